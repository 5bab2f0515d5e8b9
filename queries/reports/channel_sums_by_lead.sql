-- Each channel's leads and what was sold to them, on the day of the lead; an order without a lead is on its own day.
--
-- grain:   channel
-- params:  date_from date, date_to date
-- returns: channel text, leads int, leads_answered int, leads_marked int, target_leads int, orders int,
--          revenue money, refunds money, cogs money, refunded_cogs money, revenue_without_cost money,
--          order_squares money

select
    cohort.channel,
    sum(cohort.leads) as leads,
    sum(cohort.leads_answered) as leads_answered,
    sum(cohort.leads_marked) as leads_marked,
    sum(cohort.target_leads) as target_leads,
    sum(cohort.orders) as orders,
    sum(cohort.revenue) as revenue,
    sum(cohort.refunds) as refunds,
    sum(cohort.cogs) as cogs,
    sum(cohort.refunded_cogs) as refunded_cogs,
    sum(cohort.revenue_without_cost) as revenue_without_cost,
    sum(cohort.order_squares) as order_squares
from cohort_day as cohort
where cohort.day between $date_from and $date_to
group by
    cohort.channel
order by
    cohort.channel
