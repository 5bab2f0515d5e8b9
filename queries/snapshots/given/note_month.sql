-- What was written about months that were given whole: a note tells of all its month's days.

create view note_month as
select held.*
from snapshot.note_month as held
where
    exists (
        select 1
        from given_days
        where
            held.month >= given_days.first_day
            and held.month + interval 1 month <= given_days.last_day + interval 1 day
    )
