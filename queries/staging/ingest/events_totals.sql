-- How many rows of events were kept, and which days they cover.
--
-- grain:   one row
-- returns: rows bigint, first_day date, last_day date

select
    count(*) as rows,
    min(events.day) as first_day,
    max(events.day_to) as last_day
from events;
