-- How many leads came and how many orders were placed on each day that had any of either.
--
-- grain:   day
-- params:  date_from date, date_to date
-- returns: day date, leads int, orders int

select
    funnel.day,
    sum(funnel.leads) as leads,
    sum(funnel.orders) as orders
from funnel_day as funnel
where funnel.day between $date_from and $date_to
group by
    funnel.day
having
    sum(funnel.leads) > 0
    or sum(funnel.orders) > 0
order by
    funnel.day
