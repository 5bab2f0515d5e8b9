-- Paid lines, credited, in the client's currency at the rate of the day of the sale, net of VAT where it is deducted;
-- amounts are null without a rate. `vat` is the tax that was taken out of revenue less refunds.
-- Cost: the line's own, else by the margin agreed for the product (or the client) on that day, else null.
--
-- grain:   platform, account, order_id, item
-- params:  none
-- returns: platform text, account text, order_id text, item int, day date, sold_to date, lead_day date,
--          refunded_day date, channel text, campaign text, product text, currency text, amount money, revenue money,
--          refunds money, vat money, quantity money, location text, cogs money, refunded_cogs money

select
    converted.platform,
    converted.account,
    converted.order_id,
    converted.item,
    converted.day,
    converted.sold_to,
    converted.lead_day,
    converted.refunded_day,
    converted.channel,
    converted.campaign,
    converted.product,
    converted.currency,
    converted.amount,
    converted.revenue,
    converted.refunds,
    case
        when converted.has_vat then converted.told - (converted.revenue - converted.refunds)
        else 0
    end as vat,
    converted.quantity,
    converted.location,
    case
        when converted.has_cost = 1 then converted.cost
        else cast(converted.revenue * cost_share.share as decimal(18, 4))
    end as cogs,
    case
        when converted.has_cost = 1 then converted.refunded_cost
        else cast(converted.refunds * cost_share.share as decimal(18, 4))
    end as refunded_cogs
from (
    select
        touched_line.platform,
        touched_line.account,
        touched_line.order_id,
        touched_line.item,
        touched_line.sold_day as day,
        touched_line.sold_to,
        order_credit.lead_day,
        touched_line.refunded_day,
        order_credit.channel,
        order_credit.campaign,
        case
            when product_name.name is not null then product_name.name
            when order_credit.product <> '' then order_credit.product
            else coalesce(campaign_product.product, '')
        end as product,
        touched_line.currency,
        touched_line.revenue as amount,
        touched_line.quantity,
        touched_line.location,
        touched_line.includes_vat as has_vat,
        cast((touched_line.revenue - touched_line.refunded) * told_factor.factor as decimal(18, 4)) as told,
        case when touched_line.cost is null then 0 else 1 end as has_cost,
        cast(touched_line.revenue * money_factor.factor as decimal(18, 4)) as revenue,
        cast(touched_line.refunded * money_factor.factor as decimal(18, 4)) as refunds,
        -- A row that only gives goods back states what they cost below zero: that is cost returned, not negative cost.
        cast(
            case
                when touched_line.revenue = 0 and touched_line.cost < 0 then 0
                else touched_line.cost
            end * money_factor.factor as decimal(18, 4)
        ) as cost,
        cast(
            case
                when touched_line.refunded <= 0 then 0
                when touched_line.revenue = 0 and touched_line.cost < 0 then -touched_line.cost
                when touched_line.refunded >= touched_line.revenue then touched_line.cost
                else refunded_cost.amount
            end * money_factor.factor as decimal(18, 4)
        ) as refunded_cost
    from touched_line
    inner join order_credit
        on
            touched_line.platform = order_credit.platform
            and touched_line.account = order_credit.account
            and touched_line.order_id = order_credit.order_id
    left join product_name
        on touched_line.product = product_name.product
    left join campaign_product
        on order_credit.campaign = campaign_product.campaign
    left join money_factor
        on
            touched_line.sold_day = money_factor.day
            and touched_line.currency = money_factor.currency
            and touched_line.includes_vat = money_factor.includes_vat
    left join money_factor as told_factor
        on
            touched_line.sold_day = told_factor.day
            and touched_line.currency = told_factor.currency
            and not told_factor.includes_vat
    left join refunded_cost
        on
            touched_line.revenue = refunded_cost.revenue
            and touched_line.cost = refunded_cost.cost
            and touched_line.refunded = refunded_cost.refunded
) as converted
left join era_day
    on converted.day = era_day.day
left join cost_share
    on
        converted.product = cost_share.product
        and coalesce(era_day.era, 0) = cost_share.era
