-- What each channel sold after refunds in the months of which only the sum of refunds is known, and that sum at the
-- rate of the month's last day; without a sale in the month no channel.
--
-- grain:   month, channel
-- params:  none
-- returns: month text, amount money, month_end date, channel text, net money, last_day date

with
booked as (
    select
        raw_refunds.month,
        cast(sum(raw_refunds.amount * money_factor.factor) as decimal(18, 4)) as amount,
        max(raw_refunds.day) as month_end
    from raw_refunds
    inner join touched_day
        on raw_refunds.day = touched_day.day
    inner join money_factor
        on
            raw_refunds.day = money_factor.day
            and raw_refunds.currency = money_factor.currency
            and not money_factor.includes_vat
    where
        raw_refunds.live
        and raw_refunds.order_id = ''
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
