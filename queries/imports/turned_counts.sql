-- How many units an undo brings back, turns into what they were, and takes away; and their first and last day.
--
-- grain:   one row
-- names:   dated_by
-- returns: units_new int, units_replaced int, units_gone int, first_day date, last_day date

with turned as (
    select
        unit_key,
        bool_or(comes) as comes,
        bool_or(not comes) as goes
    from turning
    group by unit_key
),

dated as (
    select cast(dated_by as date) as day
    from changing
    union all
    select cast(dated_by as date) as day
    from leaving
)

select
    count(case when comes and not goes then 1 end) as units_new,
    count(case when comes and goes then 1 end) as units_replaced,
    count(case when goes and not comes then 1 end) as units_gone,
    (select min(dated.day) from dated) as first_day,
    (select max(dated.day) from dated) as last_day
from turned
