-- What was sold on each day.
--
-- grain:   day
-- params:  date_from date, date_to date
-- returns: day date, revenue money, refunds money

select
    funnel.day,
    sum(funnel.revenue) as revenue,
    sum(funnel.refunds) as refunds
from funnel_day as funnel
where funnel.day between $date_from and $date_to
group by
    funnel.day
order by
    funnel.day
