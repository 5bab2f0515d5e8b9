-- What the whole client cost and brought in each month of two runs of days, which may have days in common.
--
-- grain:   month, is_now
-- params:  now_from date, now_to date, then_from date, then_to date
-- returns: month date, is_now bool, spend money, orders int, revenue money, refunds money

select
    calendar.month,
    runs.is_now,
    sum(funnel.spend) as spend,
    sum(funnel.orders) as orders,
    sum(funnel.revenue) as revenue,
    sum(funnel.refunds) as refunds
from (
    values
    (true, $now_from, $now_to),
    (false, $then_from, $then_to)
) as runs (is_now, first_day, last_day)
inner join calendar
    on calendar.day between runs.first_day and runs.last_day
inner join funnel_day as funnel
    on calendar.day = funnel.day
group by
    calendar.month,
    runs.is_now
order by
    calendar.month,
    runs.is_now
