-- How many rows of series were kept, and which days they cover.
--
-- grain:   one row
-- returns: rows bigint, first_day date, last_day date

select
    count(*) as rows,
    min(series.day) as first_day,
    max(series.day_to) as last_day
from series;
