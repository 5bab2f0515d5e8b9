-- The lines of the orders concerned, amounts in the currency they came in ('' is the client's own).
--
-- grain:   platform, account, order_id, item
-- params:  none
-- returns: platform text, account text, order_id text, item int, sold_day date, sold_to date, refunded_day date,
--          product text, revenue money, cost money, refunded money, currency text, source text, medium text,
--          campaign text, quantity money, location text, includes_vat boolean

select
    raw_sales.platform,
    raw_sales.account,
    raw_sales.order_id,
    raw_sales.item,
    touched_order.sold_day,
    raw_sales.sold_to,
    coalesce(booked_line.refunded_day, cast(raw_sales.refunded_at as date), touched_order.sold_day) as refunded_day,
    raw_sales.product,
    raw_sales.revenue,
    raw_sales.cost,
    coalesce(booked_line.refunded, raw_sales.refunded) as refunded,
    raw_sales.currency,
    raw_sales.source,
    raw_sales.medium,
    coalesce(campaign_alias.campaign, raw_sales.campaign) as campaign,
    raw_sales.quantity,
    raw_sales.location,
    coalesce(raw_sales.includes_vat, false) as includes_vat
from raw_sales
inner join touched_order
    on
        raw_sales.platform = touched_order.platform
        and raw_sales.account = touched_order.account
        and raw_sales.order_id = touched_order.order_id
left join booked_line
    on
        raw_sales.platform = booked_line.platform
        and raw_sales.account = booked_line.account
        and raw_sales.order_id = booked_line.order_id
        and raw_sales.item = booked_line.item
left join campaign_alias
    on lower(raw_sales.campaign) = campaign_alias.text
where
    raw_sales.live
    and raw_sales.paid
