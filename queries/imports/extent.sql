-- How many rows a file brings, and the days they belong to.
--
-- grain:   one row
-- names:   dated_by
-- returns: row_count int, first_day date, last_day date

select
    count(*) as row_count,
    min(cast(dated_by as date)) as first_day,
    max(cast(dated_by as date)) as last_day
from incoming
