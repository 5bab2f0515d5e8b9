-- The lines of the orders concerned of which accounting knows a refund, with what the order's own export says of it.
--
-- grain:   platform, account, order_id, item
-- params:  none
-- returns: platform text, account text, order_id text, item int, revenue money, refunded money, refunded_day date,
--          booked money, booked_day date

select
    raw_sales.platform,
    raw_sales.account,
    raw_sales.order_id,
    raw_sales.item,
    raw_sales.revenue,
    raw_sales.refunded,
    cast(raw_sales.refunded_at as date) as refunded_day,
    booked_order.amount as booked,
    booked_order.day as booked_day
from booked_order
inner join touched_order
    on
        booked_order.platform = touched_order.platform
        and booked_order.account = touched_order.account
        and booked_order.order_id = touched_order.order_id
inner join raw_sales
    on
        booked_order.platform = raw_sales.platform
        and booked_order.account = raw_sales.account
        and booked_order.order_id = raw_sales.order_id
where
    raw_sales.live
    and raw_sales.paid
order by
    raw_sales.platform,
    raw_sales.account,
    raw_sales.order_id,
    raw_sales.item
