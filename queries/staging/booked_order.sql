-- Paid orders with what accounting says was given back of them: found by their number, without case and a sign before
-- it, in the same currency. Where two books have an order of that number it is the first book's.
--
-- grain:   platform, account, order_id
-- params:  none
-- returns: platform text, account text, order_id text, number text, sold_day date, amount money, day date

select
    found.platform,
    found.account,
    found.order_id,
    found.number,
    found.sold_day,
    found.amount,
    coalesce(found.day, found.sold_day) as day
from (
    select
        paid_order.platform,
        paid_order.account,
        paid_order.order_id,
        booked.number,
        paid_order.sold_day,
        booked.amount,
        booked.day,
        row_number() over (
            partition by booked.number
            order by paid_order.platform, paid_order.account, paid_order.order_id
        ) as place
    from (
        select
            lower(raw_refunds.order_id) as number,
            raw_refunds.currency,
            sum(raw_refunds.amount) as amount,
            max(case when raw_refunds.dated then raw_refunds.day end) as day
        from raw_refunds
        where
            raw_refunds.live
            and raw_refunds.order_id <> ''
        group by
            lower(raw_refunds.order_id),
            raw_refunds.currency
    ) as booked
    inner join paid_order
        on
            booked.number = lower(trim(paid_order.order_id, '#№ '))
            and booked.currency = paid_order.currency
) as found
where found.place = 1
