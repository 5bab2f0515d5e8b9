-- Refunds on the day they were made, else on the day of the sale; converted at the rate of the sale.
--
-- grain:   day, channel, campaign, product
-- params:  none
-- returns: day date, channel text, campaign text, product text, refunds money, refunded_cogs money

select
    order_line.refunded_day as day,
    order_line.channel,
    order_line.campaign,
    order_line.product,
    sum(order_line.refunds) as refunds,
    sum(coalesce(order_line.refunded_cogs, 0)) as refunded_cogs
from order_line
inner join touched_day
    on order_line.refunded_day = touched_day.day
where order_line.refunds <> 0
group by
    order_line.refunded_day,
    order_line.channel,
    order_line.campaign,
    order_line.product
union all
select
    allocated_refund.day,
    allocated_refund.channel,
    '' as campaign,
    '' as product,
    allocated_refund.amount as refunds,
    coalesce(cast(allocated_refund.amount * cost_share.share as decimal(18, 4)), 0) as refunded_cogs
from allocated_refund
left join era_day
    on allocated_refund.day = era_day.day
left join cost_share
    on
        cost_share.product = ''
        and coalesce(era_day.era, 0) = cost_share.era
