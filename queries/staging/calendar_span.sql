-- The first and the last day of the calendar as it stands; one row, empty where there is none.
--
-- grain:   nothing
-- params:  none
-- returns: first_day date, last_day date

select
    min(calendar.day) as first_day,
    max(calendar.day) as last_day
from calendar
