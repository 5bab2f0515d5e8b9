-- How many calls, deals or orders in force are the person's, and in how many rows, those that no longer count too.
--
-- grain:   one row
-- names:   stored, unit, is_named
-- returns: unit_count int, row_count int

select
    count(distinct case when live then concat_ws(chr(31), unit) end) as unit_count,
    count(*) as row_count
from stored
where is_named
