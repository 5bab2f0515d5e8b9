-- How large the orders of these days were, net of what was given back: the largest, the middle two, and how many; with
-- them the largest order that was given back whole.
--
-- grain:   one row
-- params:  date_from date, date_to date
-- returns: orders int, largest money, largest_id text, largest_day date, middle_low money, middle_high money,
--          undone money, undone_id text, undone_day date

with
sized as (
    select
        attribution.order_id,
        attribution.sold,
        attribution.revenue,
        attribution.refunds,
        attribution.revenue - attribution.refunds as net
    from attribution
    where
        attribution.sold between $date_from and $date_to
        and attribution.orders > 0
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
    max(largest_undone.undone_day) as undone_day
from largest_undone
left join ranked
    on true
