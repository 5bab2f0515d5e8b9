-- A mart as a reader sees it who was given some days: its rows of those days, and no other.
--
-- names: mart, own_day

create view mart as
select held.*
from snapshot.mart as held
where
    exists (
        select 1
        from given_days
        where held.own_day between given_days.first_day and given_days.last_day
    )
