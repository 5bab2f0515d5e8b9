-- How many rows of a file name no currency.
--
-- grain:   one row
-- names:   arrived
-- returns: row_count int

select count(*) as row_count
from arrived
where currency = ''
