-- What was sold in these days, and on how many orders it rests.
--
-- grain:   one row
-- params:  date_from date, date_to date
-- returns: orders int, revenue money, refunds money, order_squares money

select
    coalesce(sum(funnel.orders), 0) as orders,
    coalesce(sum(funnel.revenue), 0) as revenue,
    coalesce(sum(funnel.refunds), 0) as refunds,
    coalesce(sum(funnel.order_squares), 0) as order_squares
from funnel_day as funnel
where funnel.day between $date_from and $date_to
