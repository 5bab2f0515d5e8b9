-- The lines of the orders concerned, amounts in the currency they came in ('' is the client's own).
--
-- grain:   platform, account, order_id, item
-- params:  none
-- returns: platform text, account text, order_id text, item int, sold_day date, sold_to date, refunded_day date,
--          product text, revenue money, cost money, refunded money, currency text, source text, medium text,
--          campaign text, quantity money, location text

select
    raw_sales.platform,
    raw_sales.account,
    raw_sales.order_id,
    raw_sales.item,
    touched_order.sold_day,
    raw_sales.sold_to,
    coalesce(cast(raw_sales.refunded_at as date), touched_order.sold_day) as refunded_day,
    raw_sales.product,
    raw_sales.revenue,
    raw_sales.cost,
    raw_sales.refunded,
    raw_sales.currency,
    raw_sales.source,
    raw_sales.medium,
    coalesce(campaign_alias.campaign, raw_sales.campaign) as campaign,
    raw_sales.quantity,
    raw_sales.location
from raw_sales
inner join touched_order
    on
        raw_sales.platform = touched_order.platform
        and raw_sales.account = touched_order.account
        and raw_sales.order_id = touched_order.order_id
left join campaign_alias
    on lower(raw_sales.campaign) = campaign_alias.text
where
    raw_sales.live
    and raw_sales.paid
