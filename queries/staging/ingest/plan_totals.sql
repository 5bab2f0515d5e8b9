-- How many rows of plan were kept, and which days they cover.
--
-- grain:   one row
-- returns: rows bigint, first_day date, last_day date

select
    count(*) as rows,
    min(plan.month) as first_day,
    max(plan.month) as last_day
from plan;
