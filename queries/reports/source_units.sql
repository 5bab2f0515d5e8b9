-- What each source counted in these days (clicks, calls, deals, orders).
--
-- grain:   kind, platform
-- params:  date_from date, date_to date
-- returns: kind text, platform text, units int

select
    coverage.kind,
    coverage.platform,
    sum(coverage.unit_count) as units
from coverage_day as coverage
where
    coverage.day between $date_from and $date_to
    and coverage.row_count > 0
group by
    coverage.kind,
    coverage.platform
order by
    coverage.kind,
    coverage.platform
