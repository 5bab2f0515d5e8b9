-- What each store, branch, region or site sold, by day; sales without one are left out.
--
-- grain:   day, location
-- params:  date_from date, date_to date
-- returns: day date, location text, orders int, revenue money, refunds money

select
    goods.day,
    goods.location,
    sum(goods.orders) as orders,
    sum(goods.revenue) as revenue,
    sum(goods.refunds) as refunds
from goods_day as goods
where
    goods.day between $date_from and $date_to
    and goods.location != ''
group by
    goods.day,
    goods.location
order by
    goods.day,
    goods.location
