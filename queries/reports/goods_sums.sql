-- What was sold of each product in both periods, on the day of the sale; pieces are those that were paid for.
--
-- grain:   product
-- params:  now_from date, now_to date, then_from date, then_to date
-- returns: product text, orders_now int, orders_then int, units_now money, units_then money, revenue_now money,
--          revenue_then money, refunds_now money, refunds_then money, cogs_now money, cogs_then money,
--          refunded_cogs_now money, refunded_cogs_then money, revenue_without_cost_now money,
--          revenue_without_cost_then money

select
    goods.product,
    sum(
        case when goods.day between $now_from and $now_to then goods.orders else 0 end
    ) as orders_now,
    sum(
        case when goods.day between $then_from and $then_to then goods.orders else 0 end
    ) as orders_then,
    sum(
        case when goods.day between $now_from and $now_to then goods.units else 0 end
    ) as units_now,
    sum(
        case when goods.day between $then_from and $then_to then goods.units else 0 end
    ) as units_then,
    sum(
        case when goods.day between $now_from and $now_to then goods.revenue else 0 end
    ) as revenue_now,
    sum(
        case when goods.day between $then_from and $then_to then goods.revenue else 0 end
    ) as revenue_then,
    sum(
        case when goods.day between $now_from and $now_to then goods.refunds else 0 end
    ) as refunds_now,
    sum(
        case when goods.day between $then_from and $then_to then goods.refunds else 0 end
    ) as refunds_then,
    sum(
        case when goods.day between $now_from and $now_to then goods.cogs else 0 end
    ) as cogs_now,
    sum(
        case when goods.day between $then_from and $then_to then goods.cogs else 0 end
    ) as cogs_then,
    sum(
        case when goods.day between $now_from and $now_to then goods.refunded_cogs else 0 end
    ) as refunded_cogs_now,
    sum(
        case when goods.day between $then_from and $then_to then goods.refunded_cogs else 0 end
    ) as refunded_cogs_then,
    sum(
        case when goods.day between $now_from and $now_to then goods.revenue_without_cost else 0 end
    ) as revenue_without_cost_now,
    sum(
        case when goods.day between $then_from and $then_to then goods.revenue_without_cost else 0 end
    ) as revenue_without_cost_then
from goods_day as goods
where
    goods.day between $now_from and $now_to
    or goods.day between $then_from and $then_to
group by
    goods.product
order by
    goods.product
