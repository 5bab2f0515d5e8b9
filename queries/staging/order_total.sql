-- Orders as a whole: what each brought, and the product of its dearest line, under which it is counted once. What was
-- paid for counts as an order, and so does a deal that was won, whatever its sum; what only gives money back does
-- not, nor does the sum of a whole month or period: how many orders are in it nobody told.
--
-- grain:   platform, account, order_id
-- params:  none
-- returns: platform text, account text, order_id text, day date, lead_day date, channel text, campaign text,
--          product text, rule text, way text, orders int, location text, revenue money, refunds money, cogs money,
--          refunded_cogs money, revenue_without_cost money, square money

with
won_deal as (
    select distinct
        touched_contact.platform,
        touched_contact.account,
        touched_contact.contact_id as deal_id
    from touched_contact
    where touched_contact.way <> 'call'
)

select
    summed.platform,
    summed.account,
    summed.order_id,
    summed.day,
    order_credit.lead_day,
    order_credit.channel,
    order_credit.campaign,
    summed.product,
    order_credit.rule,
    order_credit.way,
    case when summed.paid_lines > 0 or won_deal.deal_id is not null then 1 else 0 end as orders,
    summed.location,
    summed.revenue,
    summed.refunds,
    summed.cogs,
    summed.refunded_cogs,
    summed.revenue_without_cost,
    -- The sum of a month is squared whole: its orders are at least one, so a figure never looks surer than it is.
    -- One digit more than an amount has: the product of two of 18 digits would overflow from 43,000 on.
    cast(
        cast(summed.revenue - summed.refunds as decimal(19, 4))
        * cast(summed.revenue - summed.refunds as decimal(19, 4)) as decimal(38, 4)
    ) as square
from (
    select
        ranked.platform,
        ranked.account,
        ranked.order_id,
        ranked.day,
        max(case when ranked.place = 1 then ranked.product end) as product,
        max(case when ranked.place = 1 then ranked.location end) as location,
        sum(case when ranked.amount > 0 and ranked.sold_to is null then 1 else 0 end) as paid_lines,
        sum(coalesce(ranked.revenue, 0)) as revenue,
        sum(coalesce(ranked.refunds, 0)) as refunds,
        sum(coalesce(ranked.cogs, 0)) as cogs,
        sum(coalesce(ranked.refunded_cogs, 0)) as refunded_cogs,
        sum(
            case
                when ranked.cogs is null then coalesce(ranked.revenue - ranked.refunds, 0)
                else 0
            end
        ) as revenue_without_cost
    from (
        select
            order_line.platform,
            order_line.account,
            order_line.order_id,
            order_line.day,
            order_line.sold_to,
            order_line.product,
            order_line.location,
            order_line.amount,
            order_line.revenue,
            order_line.refunds,
            order_line.cogs,
            order_line.refunded_cogs,
            row_number() over (
                partition by order_line.platform, order_line.account, order_line.order_id
                order by order_line.amount desc, order_line.item asc
            ) as place
        from order_line
    ) as ranked
    group by
        ranked.platform,
        ranked.account,
        ranked.order_id,
        ranked.day
) as summed
inner join order_credit
    on
        summed.platform = order_credit.platform
        and summed.account = order_credit.account
        and summed.order_id = order_credit.order_id
left join won_deal
    on
        summed.platform = won_deal.platform
        and summed.account = won_deal.account
        and summed.order_id = won_deal.deal_id
