-- What each product of each campaign cost and brought in both periods, everything on the day it happened.
--
-- grain:   is_now, channel, campaign, product
-- params:  now_from date, now_to date, then_from date, then_to date
-- returns: is_now bool, channel text, campaign text, product text, clicks int, spend money, calls int,
--          calls_off_hours int, leads int, target_leads int, orders int, phone_orders int, revenue money,
--          refunds money, cogs money, refunded_cogs money, revenue_without_cost money, order_squares money

select
    funnel.day >= $now_from as is_now,
    funnel.channel,
    funnel.campaign,
    funnel.product,
    sum(funnel.clicks) as clicks,
    sum(funnel.spend) as spend,
    sum(funnel.calls) as calls,
    sum(funnel.calls_off_hours) as calls_off_hours,
    sum(funnel.leads) as leads,
    sum(funnel.target_leads) as target_leads,
    sum(funnel.orders) as orders,
    sum(funnel.phone_orders) as phone_orders,
    sum(funnel.revenue) as revenue,
    sum(funnel.refunds) as refunds,
    sum(funnel.cogs) as cogs,
    sum(funnel.refunded_cogs) as refunded_cogs,
    sum(funnel.revenue_without_cost) as revenue_without_cost,
    sum(funnel.order_squares) as order_squares
from funnel_day as funnel
where
    funnel.day between $now_from and $now_to
    or funnel.day between $then_from and $then_to
group by
    funnel.day >= $now_from,
    funnel.channel,
    funnel.campaign,
    funnel.product
order by
    is_now,
    funnel.channel,
    funnel.campaign,
    funnel.product
