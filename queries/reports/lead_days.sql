-- How many leads came each day.
--
-- grain:   day
-- params:  date_from date, date_to date
-- returns: day date, leads int

select
    cohort.day,
    sum(cohort.leads) as leads
from cohort_day as cohort
where
    cohort.day between $date_from and $date_to
    and cohort.leads > 0
group by cohort.day
order by cohort.day
