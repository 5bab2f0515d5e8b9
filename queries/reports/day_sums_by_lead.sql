-- What each day cost and brought: ads on their day, leads and their orders on the day the lead came.
--
-- grain:   day
-- params:  date_from date, date_to date
-- returns: day date, impressions int, clicks int, spend money, calls int, calls_missed int, forms int, leads int,
--          leads_answered int, leads_marked int, target_leads int, orders int, phone_orders int, revenue money,
--          refunds money, cogs money, refunded_cogs money, revenue_without_cost money, order_squares money,
--          calls_off_hours int

with facts as (
    select
        funnel.day,
        funnel.impressions,
        funnel.clicks,
        funnel.spend,
        funnel.calls,
        funnel.calls_missed,
        funnel.forms,
        0 as leads,
        0 as leads_answered,
        0 as leads_marked,
        0 as target_leads,
        0 as orders,
        0 as phone_orders,
        0 as revenue,
        0 as refunds,
        0 as cogs,
        0 as refunded_cogs,
        0 as revenue_without_cost,
        0 as order_squares,
        funnel.calls_off_hours
    from funnel_day as funnel
    where funnel.day between $date_from and $date_to
    union all
    select
        cohort.day,
        0 as impressions,
        0 as clicks,
        0 as spend,
        0 as calls,
        0 as calls_missed,
        0 as forms,
        cohort.leads,
        cohort.leads_answered,
        cohort.leads_marked,
        cohort.target_leads,
        cohort.orders,
        cohort.phone_orders,
        cohort.revenue,
        cohort.refunds,
        cohort.cogs,
        cohort.refunded_cogs,
        cohort.revenue_without_cost,
        cohort.order_squares,
        0 as calls_off_hours
    from cohort_day as cohort
    where cohort.day between $date_from and $date_to
)

select
    facts.day,
    sum(facts.impressions) as impressions,
    sum(facts.clicks) as clicks,
    sum(facts.spend) as spend,
    sum(facts.calls) as calls,
    sum(facts.calls_missed) as calls_missed,
    sum(facts.forms) as forms,
    sum(facts.leads) as leads,
    sum(facts.leads_answered) as leads_answered,
    sum(facts.leads_marked) as leads_marked,
    sum(facts.target_leads) as target_leads,
    sum(facts.orders) as orders,
    sum(facts.phone_orders) as phone_orders,
    sum(facts.revenue) as revenue,
    sum(facts.refunds) as refunds,
    sum(facts.cogs) as cogs,
    sum(facts.refunded_cogs) as refunded_cogs,
    sum(facts.revenue_without_cost) as revenue_without_cost,
    sum(facts.order_squares) as order_squares,
    sum(facts.calls_off_hours) as calls_off_hours
from facts
group by
    facts.day
order by
    facts.day
