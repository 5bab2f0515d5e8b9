-- On which days each source has rows.
--
-- grain:   day, kind, platform
-- params:  date_from date, date_to date
-- returns: day date, kind text, platform text

select
    coverage.day,
    coverage.kind,
    coverage.platform
from coverage_day as coverage
where
    coverage.day between $date_from and $date_to
    and coverage.row_count > 0
group by
    coverage.day,
    coverage.kind,
    coverage.platform
order by
    coverage.kind,
    coverage.platform,
    coverage.day
