-- How many units a file has.
--
-- grain:   one row
-- names:   unit
-- returns: units_new int

select count(*) as units_new
from (select distinct unit from incoming)
