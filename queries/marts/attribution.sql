-- What each order is credited to, and by which rule: own, last_touch, first_touch, direct,
-- none.
--
-- grain:   platform, account, order_id
-- params:  none
-- returns: platform text, account text, order_id text, sold date, lead_day date, channel text, campaign text,
--          product text, rule text, way text, revenue money, refunds money, cogs money, refunded_cogs money,
--          revenue_without_cost money, orders int

select
    order_total.platform,
    order_total.account,
    order_total.order_id,
    order_total.day as sold,
    order_total.lead_day,
    order_total.channel,
    order_total.campaign,
    order_total.product,
    order_total.rule,
    order_total.way,
    order_total.revenue,
    order_total.refunds,
    order_total.cogs,
    order_total.refunded_cogs,
    order_total.revenue_without_cost,
    order_total.orders
from order_total
inner join touched_day
    on order_total.day = touched_day.day
