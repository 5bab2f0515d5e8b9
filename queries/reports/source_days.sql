-- What each account of each source had on each day: rows, units (clicks, calls, deals, orders), and money.
--
-- grain:   day, kind, platform, account
-- params:  date_from date, date_to date
-- returns: day date, kind text, platform text, account text, row_count int, unit_count int, amount money

select
    coverage.day,
    coverage.kind,
    coverage.platform,
    coverage.account,
    coverage.row_count,
    coverage.unit_count,
    coverage.amount
from coverage_day as coverage
where coverage.day between $date_from and $date_to
order by
    coverage.kind,
    coverage.platform,
    coverage.account,
    coverage.day
