-- How many units a file has.
--
-- grain:   one row
-- names:   unit
-- returns: units_new int

with units as (
    select distinct unit
    from incoming
)

select count(*) as units_new
from units
