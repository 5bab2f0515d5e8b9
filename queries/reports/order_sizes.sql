-- How large the orders of these days were, net of what was given back: the largest, the middle two, and how many; with
-- them the largest order that was given back whole, by its own refund or by a cancellation of the same amount that has
-- a number of its own, within a month. An amount that several orders have tells of none of them.
--
-- grain:   one row
-- params:  date_from date, date_to date
-- returns: orders int, largest money, largest_id text, largest_day date, middle_low money, middle_high money,
--          undone money, undone_id text, undone_day date, undone_squares money

with
sold as (
    select
        attribution.order_id,
        attribution.sold,
        attribution.revenue,
        attribution.refunds,
        attribution.revenue - attribution.refunds as net,
        count(*) over (partition by attribution.revenue - attribution.refunds) as alike
    from attribution
    where
        attribution.sold between $date_from and $date_to
        and attribution.orders > 0
),

cancelled as (
    select
        attribution.sold,
        attribution.refunds
    from attribution
    where
        attribution.sold between $date_from and $date_to + 31
        and attribution.orders = 0
        and attribution.revenue = 0
        and attribution.refunds > 0
),

sized as (
    select
        sold.order_id,
        sold.sold,
        sold.revenue,
        case when cancelled.refunds is null then sold.refunds else sold.revenue end as refunds,
        case when cancelled.refunds is null then sold.net else 0 end as net,
        -- An order and its cancellation are two squares in the marts' sums, and together they are nothing.
        case when cancelled.refunds is null then 0 else 2 * cast(sold.net as decimal(19, 4)) * sold.net end as squares
    from sold
    left join (
        select
            cancelled.refunds,
            min(cancelled.sold) as sold
        from cancelled
        group by cancelled.refunds
    ) as cancelled
        on
            sold.net = cancelled.refunds
            and sold.alike = 1
            and cancelled.sold between sold.sold and sold.sold + 31
),

ranked as (
    select
        sized.order_id,
        sized.sold,
        sized.net,
        row_number() over (order by sized.net desc, sized.sold asc, sized.order_id asc) as place,
        count(*) over () as orders
    from sized
),

given_back as (
    select
        sized.order_id,
        sized.sold,
        sized.revenue,
        row_number() over (order by sized.revenue desc, sized.sold asc, sized.order_id asc) as place
    from sized
    where
        sized.revenue > 0
        and sized.refunds >= sized.revenue
),

largest_undone as (
    select
        max(given_back.revenue) as undone,
        max(given_back.order_id) as undone_id,
        max(given_back.sold) as undone_day
    from given_back
    where given_back.place = 1
),

pairs as (
    select cast(coalesce(sum(sized.squares), 0) as decimal(38, 4)) as squares
    from sized
)

select
    count(ranked.order_id) as orders,
    max(ranked.net) as largest,
    max(case when ranked.place = 1 then ranked.order_id end) as largest_id,
    max(case when ranked.place = 1 then ranked.sold end) as largest_day,
    min(case when ranked.place * 2 between ranked.orders and ranked.orders + 2 then ranked.net end) as middle_low,
    max(case when ranked.place * 2 between ranked.orders and ranked.orders + 2 then ranked.net end) as middle_high,
    max(largest_undone.undone) as undone,
    max(largest_undone.undone_id) as undone_id,
    max(largest_undone.undone_day) as undone_day,
    max(pairs.squares) as undone_squares
from largest_undone
cross join pairs
left join ranked
    on true
