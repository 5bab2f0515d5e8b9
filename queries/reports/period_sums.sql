-- Revenue that a book of sales states for whole months or periods, and that stands on their last day.
--
-- grain:   platform
-- params:  date_from date, date_to date
-- returns: platform text, amount money

select
    coverage.platform,
    sum(coverage.amount) as amount
from coverage_day as coverage
where
    coverage.kind = 'orders_period'
    and coverage.day between $date_from and $date_to
group by coverage.platform
having sum(coverage.amount) > 0
order by coverage.platform
