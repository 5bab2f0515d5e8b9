-- On how many days of both periods each product was there and was not, as far as its stock is known; what was sold on
-- the days with it, and what was spent on its ads on the days without.
--
-- grain:   product
-- params:  now_from date, now_to date, then_from date, then_to date
-- returns: product text, days_in_now int, days_in_then int, days_out_now int, days_out_then int, units_in_now money,
--          units_in_then money, net_in_now money, net_in_then money, cost_in_now money, cost_in_then money,
--          without_cost_in money, spend_out_now money, spend_out_then money

with
held as (
    select
        calendar.day,
        span.name as product,
        sum(span.value) as pieces
    from series_span as span
    inner join calendar
        on calendar.day between span.day and span.day_to
    where
        span.kind = 'stock'
        and (
            calendar.day between $now_from and $now_to
            or calendar.day between $then_from and $then_to
        )
    group by
        calendar.day,
        span.name
),

sold as (
    select
        goods.day,
        goods.product,
        sum(goods.units) as units,
        sum(goods.revenue - goods.refunds) as net,
        sum(goods.cogs - goods.refunded_cogs) as cost,
        sum(goods.revenue_without_cost) as without_cost
    from goods_day as goods
    where
        goods.day between $now_from and $now_to
        or goods.day between $then_from and $then_to
    group by
        goods.day,
        goods.product
),

advertised as (
    select
        funnel.day,
        funnel.product,
        sum(funnel.spend) as spend
    from funnel_day as funnel
    where
        funnel.day between $now_from and $now_to
        or funnel.day between $then_from and $then_to
    group by
        funnel.day,
        funnel.product
),

told as (
    select
        held.product,
        case when held.day between $now_from and $now_to then 1 else 0 end as is_now,
        case when held.pieces > 0 then 1 else 0 end as is_in,
        coalesce(sold.units, 0) as units,
        coalesce(sold.net, 0) as net,
        coalesce(sold.cost, 0) as cost,
        coalesce(sold.without_cost, 0) as without_cost,
        coalesce(advertised.spend, 0) as spend
    from held
    left join sold
        on
            held.day = sold.day
            and held.product = sold.product
    left join advertised
        on
            held.day = advertised.day
            and held.product = advertised.product
)

select
    told.product,
    sum(told.is_in * told.is_now) as days_in_now,
    sum(told.is_in * (1 - told.is_now)) as days_in_then,
    sum((1 - told.is_in) * told.is_now) as days_out_now,
    sum((1 - told.is_in) * (1 - told.is_now)) as days_out_then,
    sum(told.units * told.is_in * told.is_now) as units_in_now,
    sum(told.units * told.is_in * (1 - told.is_now)) as units_in_then,
    sum(told.net * told.is_in * told.is_now) as net_in_now,
    sum(told.net * told.is_in * (1 - told.is_now)) as net_in_then,
    sum(told.cost * told.is_in * told.is_now) as cost_in_now,
    sum(told.cost * told.is_in * (1 - told.is_now)) as cost_in_then,
    sum(told.without_cost * told.is_in) as without_cost_in,
    sum(told.spend * (1 - told.is_in) * told.is_now) as spend_out_now,
    sum(told.spend * (1 - told.is_in) * (1 - told.is_now)) as spend_out_then
from told
group by told.product
order by told.product
