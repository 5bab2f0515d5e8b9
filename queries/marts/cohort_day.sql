-- Leads and what was sold to them, all on the day the lead came; an order without a lead is on its own day.
--
-- grain:   day, channel, campaign, product, location
-- params:  none
-- returns: day date, channel text, campaign text, product text, leads int, leads_answered int, leads_marked int,
--          target_leads int, orders int, phone_orders int, revenue money, refunds money, cogs money,
--          refunded_cogs money, revenue_without_cost money, order_squares money, location text

with
sale_day as (
    select
        sales_sum.lead_day as day,
        sales_sum.channel,
        sales_sum.campaign,
        sales_sum.product,
        sales_sum.location,
        sum(sales_sum.orders) as orders,
        sum(sales_sum.phone_orders) as phone_orders,
        sum(sales_sum.revenue) as revenue,
        sum(sales_sum.refunds) as refunds,
        sum(sales_sum.cogs) as cogs,
        sum(sales_sum.refunded_cogs) as refunded_cogs,
        sum(sales_sum.revenue_without_cost) as revenue_without_cost,
        sum(sales_sum.order_squares) as order_squares
    from sales_sum
    inner join touched_day
        on sales_sum.lead_day = touched_day.day
    group by
        sales_sum.lead_day,
        sales_sum.channel,
        sales_sum.campaign,
        sales_sum.product,
        sales_sum.location
),

place as (
    select
        lead_sum.day,
        lead_sum.channel,
        lead_sum.campaign,
        lead_sum.product,
        '' as location
    from lead_sum
    union
    select
        sale_day.day,
        sale_day.channel,
        sale_day.campaign,
        sale_day.product,
        sale_day.location
    from sale_day
)

select
    place.day,
    place.channel,
    place.campaign,
    place.product,
    coalesce(lead_sum.leads, 0) as leads,
    coalesce(lead_sum.leads_answered, 0) as leads_answered,
    coalesce(lead_sum.leads_marked, 0) as leads_marked,
    coalesce(lead_sum.target_leads, 0) as target_leads,
    coalesce(sale_day.orders, 0) as orders,
    coalesce(sale_day.phone_orders, 0) as phone_orders,
    coalesce(sale_day.revenue, 0) as revenue,
    coalesce(sale_day.refunds, 0) as refunds,
    coalesce(sale_day.cogs, 0) as cogs,
    coalesce(sale_day.refunded_cogs, 0) as refunded_cogs,
    coalesce(sale_day.revenue_without_cost, 0) as revenue_without_cost,
    coalesce(sale_day.order_squares, 0) as order_squares,
    place.location
from place
left join lead_sum
    on
        place.day = lead_sum.day
        and place.channel = lead_sum.channel
        and place.campaign = lead_sum.campaign
        and place.product = lead_sum.product
        and place.location = ''
left join sale_day
    on
        place.day = sale_day.day
        and place.channel = sale_day.channel
        and place.campaign = sale_day.campaign
        and place.product = sale_day.product
        and place.location = sale_day.location
