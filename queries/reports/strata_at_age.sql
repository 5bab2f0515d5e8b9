-- The leads of both periods by channel, campaign and product, and what they had brought by a certain day each.
--
-- grain:   is_now, channel, campaign, product
-- params:  now_from date, now_to date, now_until date, then_from date, then_to date, then_until date
-- returns: is_now bool, channel text, campaign text, product text, leads int, leads_marked int, target_leads int,
--          orders int, revenue money, refunds money, cogs money, refunded_cogs money, revenue_without_cost money,
--          order_squares money

with facts as (
    select
        cohort.day >= $now_from as is_now,
        cohort.channel,
        cohort.campaign,
        cohort.product,
        cohort.leads,
        cohort.leads_marked,
        cohort.target_leads,
        0 as orders,
        0 as revenue,
        0 as refunds,
        0 as cogs,
        0 as refunded_cogs,
        0 as revenue_without_cost,
        0 as order_squares
    from cohort_day as cohort
    where
        cohort.day between $now_from and $now_to
        or cohort.day between $then_from and $then_to
    union all
    select
        credited.lead_day >= $now_from as is_now,
        credited.channel,
        credited.campaign,
        credited.product,
        0 as leads,
        0 as leads_marked,
        0 as target_leads,
        credited.orders,
        credited.revenue,
        credited.refunds,
        credited.cogs,
        credited.refunded_cogs,
        credited.revenue_without_cost,
        (credited.revenue - credited.refunds) * (credited.revenue - credited.refunds) as order_squares
    from attribution as credited
    where
        (credited.lead_day between $now_from and $now_to and credited.sold <= $now_until)
        or (credited.lead_day between $then_from and $then_to and credited.sold <= $then_until)
)

select
    facts.is_now,
    facts.channel,
    facts.campaign,
    facts.product,
    sum(facts.leads) as leads,
    sum(facts.leads_marked) as leads_marked,
    sum(facts.target_leads) as target_leads,
    sum(facts.orders) as orders,
    sum(facts.revenue) as revenue,
    sum(facts.refunds) as refunds,
    sum(facts.cogs) as cogs,
    sum(facts.refunded_cogs) as refunded_cogs,
    sum(facts.revenue_without_cost) as revenue_without_cost,
    sum(facts.order_squares) as order_squares
from facts
group by
    facts.is_now,
    facts.channel,
    facts.campaign,
    facts.product
order by
    facts.is_now,
    facts.channel,
    facts.campaign,
    facts.product
