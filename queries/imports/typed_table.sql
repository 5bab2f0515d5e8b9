-- An empty table for rows that a person typed, with the columns of the store's.
--
-- names: stored, arrived, contents

create table arrived as
select
    contents,
    line
from stored
where false
