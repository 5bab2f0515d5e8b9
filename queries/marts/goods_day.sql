-- What was sold, product by product and where; a refund is on the day of its sale. Pieces are those that were paid for,
-- and an order counts once, under the product and the place of its dearest line.
--
-- grain:   day, location, product
-- params:  none
-- returns: day date, location text, product text, orders int, units money, revenue money, refunds money, cogs money,
--          refunded_cogs money, revenue_without_cost money

select
    part.day,
    part.location,
    part.product,
    sum(part.orders) as orders,
    sum(part.units) as units,
    sum(part.revenue) as revenue,
    sum(part.refunds) as refunds,
    sum(part.cogs) as cogs,
    sum(part.refunded_cogs) as refunded_cogs,
    sum(part.revenue_without_cost) as revenue_without_cost
from (
    select
        order_total.day,
        order_total.location,
        order_total.product,
        order_total.orders,
        cast(0 as decimal(18, 4)) as units,
        cast(0 as decimal(18, 4)) as revenue,
        cast(0 as decimal(18, 4)) as refunds,
        cast(0 as decimal(18, 4)) as cogs,
        cast(0 as decimal(18, 4)) as refunded_cogs,
        cast(0 as decimal(18, 4)) as revenue_without_cost
    from order_total
    union all
    select
        order_line.day,
        order_line.location,
        order_line.product,
        0 as orders,
        case when order_line.revenue > 0 then order_line.quantity else 0 end as units,
        coalesce(order_line.revenue, 0) as revenue,
        coalesce(order_line.refunds, 0) as refunds,
        coalesce(order_line.cogs, 0) as cogs,
        coalesce(order_line.refunded_cogs, 0) as refunded_cogs,
        case
            when order_line.cogs is null then coalesce(order_line.revenue - order_line.refunds, 0)
            else 0
        end as revenue_without_cost
    from order_line
) as part
inner join touched_day
    on part.day = touched_day.day
group by
    part.day,
    part.location,
    part.product
