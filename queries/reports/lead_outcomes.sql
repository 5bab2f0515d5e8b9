-- How many leads came in these days, and how many orders they became.
--
-- grain:   one row
-- params:  date_from date, date_to date
-- returns: leads int, orders int

select
    coalesce(sum(cohort.leads), 0) as leads,
    coalesce(sum(cohort.orders), 0) as orders
from cohort_day as cohort
where cohort.day between $date_from and $date_to
