-- What became of the refunds that accounting told: found by the order's number, spread over the channels of its month,
-- or without a sale here, or a rate.
--
-- grain:   day, order_id, channel
-- params:  none
-- returns: day date, order_id text, channel text, fate text, amount money

select
    booked_order.day,
    booked_order.number as order_id,
    '' as channel,
    'matched' as fate,
    booked_order.amount
from booked_order
inner join touched_day
    on booked_order.day = touched_day.day
union all
select
    allocated_refund.day,
    '' as order_id,
    allocated_refund.channel,
    'allocated' as fate,
    allocated_refund.amount
from allocated_refund
union all
select
    raw_refunds.day,
    lower(raw_refunds.order_id) as order_id,
    '' as channel,
    'unmatched' as fate,
    cast(sum(raw_refunds.amount * coalesce(money_factor.factor, 1)) as decimal(18, 4)) as amount
from raw_refunds
inner join touched_day
    on raw_refunds.day = touched_day.day
left join booked_order
    on lower(raw_refunds.order_id) = booked_order.number
left join money_factor
    on
        raw_refunds.day = money_factor.day
        and raw_refunds.currency = money_factor.currency
        and not money_factor.includes_vat
where
    raw_refunds.live
    and booked_order.number is null
    and (raw_refunds.order_id <> '' or money_factor.factor is null)
group by
    raw_refunds.day,
    lower(raw_refunds.order_id)
