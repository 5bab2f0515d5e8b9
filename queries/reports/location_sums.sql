-- What each store, branch, region or site sold in both periods, and between which days it ever sold and on how many of
-- them; '' where the files do not say.
--
-- grain:   location
-- params:  now_from date, now_to date, then_from date, then_to date
-- returns: location text, first_day date, last_day date, days int, orders_now int, orders_then int, revenue_now money,
--          revenue_then money, refunds_now money, refunds_then money

select
    goods.location,
    min(goods.day) as first_day,
    max(goods.day) as last_day,
    count(distinct goods.day) as days,
    sum(
        case when goods.day between $now_from and $now_to then goods.orders else 0 end
    ) as orders_now,
    sum(
        case when goods.day between $then_from and $then_to then goods.orders else 0 end
    ) as orders_then,
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
    ) as refunds_then
from goods_day as goods
group by goods.location
order by goods.location
