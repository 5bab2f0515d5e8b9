-- Events that touch a given day, cut to the given days.

create view event_day as
select
    held.what,
    held.text,
    greatest(held.day, given_days.first_day) as day,
    least(held.day_to, given_days.last_day) as day_to
from snapshot.event_day as held
inner join given_days
    on held.day <= given_days.last_day and held.day_to >= given_days.first_day
