-- Orders of a given day, by the day of the lead or of the sale; reports of either view take their own.

create view attribution as
select held.*
from snapshot.attribution as held
where
    exists (
        select 1
        from given_days
        where
            held.sold between given_days.first_day and given_days.last_day
            or held.lead_day between given_days.first_day and given_days.last_day
    )
