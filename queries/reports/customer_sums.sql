-- Orders of both periods by channel and by who bought: new (for the first time ever), recent (there was an order within
-- 365 days before), former (the last one is older), unknown.
--
-- grain:   channel, customer
-- params:  now_from date, now_to date, then_from date, then_to date
-- returns: channel text, customer text, orders_now int, orders_then int, revenue_now money, revenue_then money,
--          refunds_now money, refunds_then money, order_squares_now money, order_squares_then money

select
    bought.channel,
    bought.customer,
    sum(
        case when bought.day between $now_from and $now_to then bought.orders else 0 end
    ) as orders_now,
    sum(
        case when bought.day between $then_from and $then_to then bought.orders else 0 end
    ) as orders_then,
    sum(
        case when bought.day between $now_from and $now_to then bought.revenue else 0 end
    ) as revenue_now,
    sum(
        case when bought.day between $then_from and $then_to then bought.revenue else 0 end
    ) as revenue_then,
    sum(
        case when bought.day between $now_from and $now_to then bought.refunds else 0 end
    ) as refunds_now,
    sum(
        case when bought.day between $then_from and $then_to then bought.refunds else 0 end
    ) as refunds_then,
    sum(
        case when bought.day between $now_from and $now_to then bought.order_squares else 0 end
    ) as order_squares_now,
    sum(
        case when bought.day between $then_from and $then_to then bought.order_squares else 0 end
    ) as order_squares_then
from customer_day as bought
where
    bought.day between $now_from and $now_to
    or bought.day between $then_from and $then_to
group by
    bought.channel,
    bought.customer
order by
    bought.channel,
    bought.customer
