-- Every product that cost or brought something, ever, and when.
--
-- grain:   product
-- params:  none
-- returns: product text, spend money, leads int, orders int, revenue money, first_day date, last_day date

select
    funnel.product,
    sum(funnel.spend) as spend,
    sum(funnel.leads) as leads,
    sum(funnel.orders) as orders,
    sum(funnel.revenue - funnel.refunds) as revenue,
    min(funnel.day) as first_day,
    max(funnel.day) as last_day
from funnel_day as funnel
where funnel.product <> ''
group by funnel.product
order by funnel.product
