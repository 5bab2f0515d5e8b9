-- Values of series whose days were all given: one of a week or a month tells of each of its days.

create view series_span as
select held.*
from snapshot.series_span as held
where
    exists (
        select 1
        from given_days
        where
            held.day >= given_days.first_day
            and held.day_to <= given_days.last_day
    )
