-- What each day cost and brought, everything on the day it happened; `vat` was in revenue less refunds as it was told.
--
-- grain:   day
-- params:  date_from date, date_to date
-- returns: day date, impressions int, clicks int, spend money, calls int, calls_missed int, forms int, leads int,
--          leads_answered int, leads_marked int, target_leads int, orders int, phone_orders int, revenue money,
--          refunds money, cogs money, refunded_cogs money, revenue_without_cost money, order_squares money,
--          calls_off_hours int, vat money

select
    funnel.day,
    sum(funnel.impressions) as impressions,
    sum(funnel.clicks) as clicks,
    sum(funnel.spend) as spend,
    sum(funnel.calls) as calls,
    sum(funnel.calls_missed) as calls_missed,
    sum(funnel.forms) as forms,
    sum(funnel.leads) as leads,
    sum(funnel.leads_answered) as leads_answered,
    sum(funnel.leads_marked) as leads_marked,
    sum(funnel.target_leads) as target_leads,
    sum(funnel.orders) as orders,
    sum(funnel.phone_orders) as phone_orders,
    sum(funnel.revenue) as revenue,
    sum(funnel.refunds) as refunds,
    sum(funnel.cogs) as cogs,
    sum(funnel.refunded_cogs) as refunded_cogs,
    sum(funnel.revenue_without_cost) as revenue_without_cost,
    sum(funnel.order_squares) as order_squares,
    sum(funnel.calls_off_hours) as calls_off_hours,
    sum(funnel.vat) as vat
from funnel_day as funnel
where funnel.day between $date_from and $date_to
group by
    funnel.day
order by
    funnel.day
