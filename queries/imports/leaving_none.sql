-- The live rows that a file would put aside: none.
--
-- names: stored

create or replace temp view leaving as
select
    *,
    rowid as stored_row
from stored
where false
