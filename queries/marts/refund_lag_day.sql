-- How long refunds take, by the day of the sale and the day of the refund, which is the sale's where the file names
-- none.
--
-- grain:   sold_day, refunded_day
-- params:  none
-- returns: sold_day date, refunded_day date, refund_count int, refunds money

select
    order_line.day as sold_day,
    order_line.refunded_day,
    count(*) as refund_count,
    sum(order_line.refunds) as refunds
from order_line
inner join touched_day
    on order_line.day = touched_day.day
where
    order_line.refunds > 0
    and order_line.revenue > 0
group by
    order_line.day,
    order_line.refunded_day
