-- How many days after their sale refunds came, for sales of these days.
--
-- grain:   age
-- params:  date_from date, date_to date
-- returns: age int, refund_count int, refunds money

select
    date_diff('day', lag.sold_day, lag.refunded_day) as age,
    sum(lag.refund_count) as refund_count,
    sum(lag.refunds) as refunds
from refund_lag_day as lag
where lag.sold_day between $date_from and $date_to
group by date_diff('day', lag.sold_day, lag.refunded_day)
order by age
