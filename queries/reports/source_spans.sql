-- The first and the last day that each account of each source has rows for, up to today.
--
-- grain:   kind, platform, account
-- params:  today date
-- returns: kind text, platform text, account text, first_day date, last_day date

select
    coverage.kind,
    coverage.platform,
    coverage.account,
    min(coverage.day) as first_day,
    max(coverage.day) as last_day
from coverage_day as coverage
where coverage.day <= $today
group by
    coverage.kind,
    coverage.platform,
    coverage.account
order by
    coverage.kind,
    coverage.platform,
    coverage.account
