-- The whole funnel, each thing on the day it happened; a refund is on the day of its sale.
--
-- grain:   day, channel, campaign, product, location
-- params:  none
-- returns: day date, channel text, campaign text, product text, impressions int, clicks int, spend money, calls int,
--          calls_missed int, forms int, leads int, leads_answered int, leads_marked int, target_leads int, orders int,
--          phone_orders int, revenue money, refunds money, cogs money, refunded_cogs money,
--          revenue_without_cost money, order_squares money, calls_off_hours int, location text, vat money

with
ad_day as (
    select
        ad_spend.day,
        ad_spend.channel,
        ad_spend.campaign,
        ad_spend.product,
        sum(ad_spend.impressions) as impressions,
        sum(ad_spend.clicks) as clicks,
        sum(coalesce(ad_spend.spend, 0)) as spend
    from ad_spend
    group by
        ad_spend.day,
        ad_spend.channel,
        ad_spend.campaign,
        ad_spend.product
),

sale_day as (
    select
        sales_sum.day,
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
        sum(sales_sum.order_squares) as order_squares,
        sum(sales_sum.vat) as vat
    from sales_sum
    inner join touched_day
        on sales_sum.day = touched_day.day
    group by
        sales_sum.day,
        sales_sum.channel,
        sales_sum.campaign,
        sales_sum.product,
        sales_sum.location
),

place as (
    select
        ad_day.day,
        ad_day.channel,
        ad_day.campaign,
        ad_day.product,
        '' as location
    from ad_day
    union
    select
        contact_sum.day,
        contact_sum.channel,
        contact_sum.campaign,
        contact_sum.product,
        '' as location
    from contact_sum
    union
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
    coalesce(ad_day.impressions, 0) as impressions,
    coalesce(ad_day.clicks, 0) as clicks,
    coalesce(ad_day.spend, 0) as spend,
    coalesce(contact_sum.calls, 0) as calls,
    coalesce(contact_sum.calls_missed, 0) as calls_missed,
    coalesce(contact_sum.forms, 0) as forms,
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
    coalesce(contact_sum.calls_off_hours, 0) as calls_off_hours,
    place.location,
    coalesce(sale_day.vat, 0) as vat
from place
left join ad_day
    on
        place.day = ad_day.day
        and place.channel = ad_day.channel
        and place.campaign = ad_day.campaign
        and place.product = ad_day.product
        and place.location = ''
left join contact_sum
    on
        place.day = contact_sum.day
        and place.channel = contact_sum.channel
        and place.campaign = contact_sum.campaign
        and place.product = contact_sum.product
        and place.location = ''
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
