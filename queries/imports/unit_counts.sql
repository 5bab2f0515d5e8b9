-- How many units of a file are new, replace others, or are there already; a sale withdrawn is one replaced by none.
--
-- grain:   one row
-- returns: units_new int, units_replaced int, units_identical int

select
    count(case when fate = 'new' then 1 end) as units_new,
    count(case when fate in ('replaced', 'withdrawn') then 1 end) as units_replaced,
    count(case when fate = 'identical' then 1 end) as units_identical
from compared
