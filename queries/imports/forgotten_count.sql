-- How many calls, deals or orders of a file are of somebody forgotten.
--
-- grain:   one row
-- returns: unit_count int

select count(*) as unit_count from forgotten_unit
