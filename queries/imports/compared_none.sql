-- No unit of a file is beside one of the store, for the store has nothing of the kind.
--
-- grain: unit
-- names: unit

create or replace temp table compared as
select
    unit,
    cast(null as integer) as rows_of,
    'new' as fate
from incoming
where false
