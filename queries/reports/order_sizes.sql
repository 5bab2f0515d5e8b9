-- How large the orders of both periods were, net of what was given back: the largest, the middle two, and how many;
-- with them the largest order that was given back whole, by its own refund or by a cancellation of the same amount that
-- has a number of its own, within a month. An amount that several orders have tells of none of them.
--
-- grain:   is_now
-- params:  now_from date, now_to date, then_from date, then_to date
-- returns: is_now bool, orders int, largest money, largest_id text, largest_day date, middle_low money,
--          middle_high money, undone money, undone_id text, undone_day date, undone_squares money

with
years as (
    select
        asked.is_now,
        asked.first_day,
        asked.last_day
    from (
        values
        (true, $now_from, $now_to),
        (false, $then_from, $then_to)
    ) as asked (is_now, first_day, last_day)
),

sold as (
    select
        years.is_now,
        attribution.order_id,
        attribution.sold,
        attribution.revenue,
        attribution.refunds,
        attribution.revenue - attribution.refunds as net
    from years
    inner join attribution
        on attribution.sold between years.first_day and years.last_day
    where attribution.orders > 0
),

cancelled as (
    select
        years.is_now,
        attribution.refunds,
        min(attribution.sold) as sold
    from years
    inner join attribution
        on attribution.sold between years.first_day and years.last_day + 31
    where
        attribution.orders = 0
        and attribution.revenue = 0
        and attribution.refunds > 0
    group by
        years.is_now,
        attribution.refunds
),

undone as (
    select
        cancelled.is_now,
        cancelled.refunds as net
    from cancelled
    inner join sold
        on
            cancelled.is_now = sold.is_now
            and cancelled.refunds = sold.net
    group by
        cancelled.is_now,
        cancelled.refunds
    having
        count(*) = 1
        and min(cancelled.sold) between min(sold.sold) and min(sold.sold) + 31
),

sized as (
    select
        sold.is_now,
        sold.order_id,
        sold.sold,
        sold.revenue,
        case when undone.net is null then sold.refunds else sold.revenue end as refunds,
        case when undone.net is null then sold.net else 0 end as net,
        -- An order and its cancellation are two squares in the marts' sums, and together they are nothing.
        case when undone.net is null then 0 else 2 * cast(sold.net as decimal(19, 4)) * sold.net end as squares
    from sold
    left join undone
        on
            sold.is_now = undone.is_now
            and sold.net = undone.net
),

given_back as (
    select
        sized.is_now,
        first(sized.revenue order by sized.revenue desc, sized.sold asc, sized.order_id asc) as undone,
        first(sized.order_id order by sized.revenue desc, sized.sold asc, sized.order_id asc) as undone_id,
        first(sized.sold order by sized.revenue desc, sized.sold asc, sized.order_id asc) as undone_day
    from sized
    where
        sized.revenue > 0
        and sized.refunds >= sized.revenue
    group by sized.is_now
),

sizes as (
    select
        sized.is_now,
        count(*) as orders,
        max(sized.net) as largest,
        first(sized.order_id order by sized.net desc, sized.sold asc, sized.order_id asc) as largest_id,
        first(sized.sold order by sized.net desc, sized.sold asc, sized.order_id asc) as largest_day,
        quantile_disc(sized.net, 0.5) as middle_low,
        -quantile_disc(-sized.net, 0.5) as middle_high,
        cast(coalesce(sum(sized.squares), 0) as decimal(38, 4)) as undone_squares
    from sized
    group by sized.is_now
)

select
    sizes.is_now,
    sizes.orders,
    sizes.largest,
    sizes.largest_id,
    sizes.largest_day,
    sizes.middle_low,
    sizes.middle_high,
    given_back.undone,
    given_back.undone_id,
    given_back.undone_day,
    sizes.undone_squares
from sizes
left join given_back
    on sizes.is_now = given_back.is_now
order by sizes.is_now
