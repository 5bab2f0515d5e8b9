-- How many leads came on each day, and what they have brought so far.
--
-- grain:   day
-- params:  date_from date, date_to date
-- returns: day date, leads int, orders int, revenue money, order_squares money

select
    cohort.day,
    sum(cohort.leads) as leads,
    sum(cohort.orders) as orders,
    sum(cohort.revenue) as revenue,
    sum(cohort.order_squares) as order_squares
from cohort_day as cohort
where cohort.day between $date_from and $date_to
group by cohort.day
order by cohort.day
