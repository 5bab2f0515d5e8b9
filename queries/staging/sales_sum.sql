-- What was sold, with the day of the sale and the day of the lead side by side: both date views are sums of this. What
-- channels bear of a month's refunds stands on the last day of the month with a sale.
--
-- grain:   day, lead_day, channel, campaign, product, location
-- params:  none
-- returns: day date, lead_day date, channel text, campaign text, product text, location text, orders int,
--          phone_orders int, revenue money, refunds money, cogs money, refunded_cogs money, revenue_without_cost money,
--          order_squares money, vat money

select
    part.day,
    part.lead_day,
    part.channel,
    part.campaign,
    part.product,
    part.location,
    sum(part.orders) as orders,
    sum(part.phone_orders) as phone_orders,
    sum(part.revenue) as revenue,
    sum(part.refunds) as refunds,
    sum(part.cogs) as cogs,
    sum(part.refunded_cogs) as refunded_cogs,
    sum(part.revenue_without_cost) as revenue_without_cost,
    sum(part.order_squares) as order_squares,
    sum(part.vat) as vat
from (
    select
        order_total.day,
        order_total.lead_day,
        order_total.channel,
        order_total.campaign,
        order_total.product,
        order_total.location,
        order_total.orders,
        case when order_total.way = 'phone' then order_total.orders else 0 end as phone_orders,
        cast(0 as decimal(18, 4)) as revenue,
        cast(0 as decimal(18, 4)) as refunds,
        cast(0 as decimal(18, 4)) as cogs,
        cast(0 as decimal(18, 4)) as refunded_cogs,
        cast(0 as decimal(18, 4)) as revenue_without_cost,
        order_total.square as order_squares,
        cast(0 as decimal(18, 4)) as vat
    from order_total
    union all
    select
        order_line.day,
        order_line.lead_day,
        order_line.channel,
        order_line.campaign,
        order_line.product,
        order_line.location,
        0 as orders,
        0 as phone_orders,
        coalesce(order_line.revenue, 0) as revenue,
        coalesce(order_line.refunds, 0) as refunds,
        coalesce(order_line.cogs, 0) as cogs,
        coalesce(order_line.refunded_cogs, 0) as refunded_cogs,
        case
            when order_line.cogs is null then coalesce(order_line.revenue - order_line.refunds, 0)
            else 0
        end as revenue_without_cost,
        cast(0 as decimal(38, 4)) as order_squares,
        coalesce(order_line.vat, 0) as vat
    from order_line
    union all
    select
        allocated_refund.day,
        allocated_refund.day as lead_day,
        allocated_refund.channel,
        '' as campaign,
        '' as product,
        '' as location,
        0 as orders,
        0 as phone_orders,
        cast(0 as decimal(18, 4)) as revenue,
        allocated_refund.amount as refunds,
        cast(0 as decimal(18, 4)) as cogs,
        coalesce(cast(allocated_refund.amount * cost_share.share as decimal(18, 4)), 0) as refunded_cogs,
        case when cost_share.share is null then -allocated_refund.amount else 0 end as revenue_without_cost,
        cast(0 as decimal(38, 4)) as order_squares,
        cast(0 as decimal(18, 4)) as vat
    from allocated_refund
    left join era_day
        on allocated_refund.day = era_day.day
    left join cost_share
        on
            cost_share.product = ''
            and coalesce(era_day.era, 0) = cost_share.era
) as part
group by
    part.day,
    part.lead_day,
    part.channel,
    part.campaign,
    part.product,
    part.location
