-- How many rows of rates were kept, and which days they cover.
--
-- grain:   one row
-- returns: rows bigint, first_day date, last_day date

select
    count(*) as rows,
    min(rates.day) as first_day,
    max(rates.day) as last_day
from rates;
