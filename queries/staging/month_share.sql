-- What each channel sold after refunds in the months of which only the sum of refunds is known, and that sum; without a
-- sale in the month no channel.
--
-- grain:   month, channel
-- params:  own_currency text
-- returns: month text, amount money, month_end date, channel text, net money, last_day date

with
booked as (
    select
        raw_refunds.month,
        sum(raw_refunds.amount) as amount,
        max(raw_refunds.day) as month_end
    from raw_refunds
    inner join touched_day
        on raw_refunds.day = touched_day.day
    where
        raw_refunds.live
        and raw_refunds.order_id = ''
        and raw_refunds.currency in ('', $own_currency)
    group by raw_refunds.month
),

sold as (
    select
        substring(cast(order_line.day as text), 1, 7) as month,
        order_line.channel,
        sum(coalesce(order_line.revenue - order_line.refunds, 0)) as net,
        max(order_line.day) as last_day
    from order_line
    inner join touched_day
        on order_line.day = touched_day.day
    group by
        substring(cast(order_line.day as text), 1, 7),
        order_line.channel
)

select
    booked.month,
    booked.amount,
    booked.month_end,
    sold.channel,
    sold.net,
    sold.last_day
from booked
left join sold
    on booked.month = sold.month
order by
    booked.month,
    sold.channel
