-- What orders brought by the way they came (phone, site, other), each on the day the lead came.
--
-- grain:   way
-- params:  date_from date, date_to date
-- returns: way text, orders int, revenue money, refunds money, cogs money, refunded_cogs money,
--          revenue_without_cost money

select
    attribution.way,
    sum(attribution.orders) as orders,
    sum(attribution.revenue) as revenue,
    sum(attribution.refunds) as refunds,
    sum(attribution.cogs) as cogs,
    sum(attribution.refunded_cogs) as refunded_cogs,
    sum(attribution.revenue_without_cost) as revenue_without_cost
from attribution
where attribution.lead_day between $date_from and $date_to
group by
    attribution.way
order by
    attribution.way
