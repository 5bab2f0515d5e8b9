-- Puts the calendar as it is now in the place of the one before.

delete from calendar
where calendar.day not in (select calendar_now.day from calendar_now);

insert or replace into calendar by name
select
    calendar_now.day,
    calendar_now.weekday,
    calendar_now.week_start,
    calendar_now.month,
    calendar_now.is_working,
    calendar_now.holiday
from calendar_now;
