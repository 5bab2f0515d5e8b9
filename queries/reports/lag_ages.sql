-- How many days after their lead the orders came, for leads of these days.
--
-- grain:   age
-- params:  date_from date, date_to date
-- returns: age int, orders int

select
    date_diff('day', lag.lead_day, lag.sold_day) as age,
    sum(lag.orders) as orders
from lag_day as lag
where lag.lead_day between $date_from and $date_to
group by date_diff('day', lag.lead_day, lag.sold_day)
order by age
