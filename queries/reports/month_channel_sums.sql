-- What each channel cost and brought, month by month, everything on the day it happened.
--
-- grain:   month, channel
-- params:  date_from date, date_to date
-- returns: month date, channel text, spend money, orders int, phone_orders int, leads int, target_leads int,
--          revenue money, refunds money, cogs money, refunded_cogs money, revenue_without_cost money,
--          order_squares money

select
    calendar.month,
    funnel.channel,
    sum(funnel.spend) as spend,
    sum(funnel.orders) as orders,
    sum(funnel.phone_orders) as phone_orders,
    sum(funnel.leads) as leads,
    sum(funnel.target_leads) as target_leads,
    sum(funnel.revenue) as revenue,
    sum(funnel.refunds) as refunds,
    sum(funnel.cogs) as cogs,
    sum(funnel.refunded_cogs) as refunded_cogs,
    sum(funnel.revenue_without_cost) as revenue_without_cost,
    sum(funnel.order_squares) as order_squares
from funnel_day as funnel
inner join calendar on funnel.day = calendar.day
where funnel.day between $date_from and $date_to
group by
    calendar.month,
    funnel.channel
order by
    calendar.month,
    funnel.channel
