-- The first and the last day that each source has rows for, up to today: a row dated later is no news.
--
-- grain:   kind, platform
-- params:  today date
-- returns: kind text, platform text, first_day date, last_day date

select
    coverage.kind,
    coverage.platform,
    min(coverage.day) as first_day,
    max(coverage.day) as last_day
from coverage_day as coverage
where coverage.day <= $today
group by
    coverage.kind,
    coverage.platform
order by
    coverage.kind,
    coverage.platform
