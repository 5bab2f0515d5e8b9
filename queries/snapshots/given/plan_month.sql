-- The plan of months that have a given day: a plan was agreed with the reader's side, and is cut to days by its report.

create view plan_month as
select held.*
from snapshot.plan_month as held
where
    exists (
        select 1
        from given_days
        where
            held.month <= given_days.last_day
            and held.month + interval 1 month > given_days.first_day
    )
