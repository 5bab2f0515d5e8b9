-- What each source counted in both periods (clicks, calls, deals, orders).
--
-- grain:   is_now, kind, platform
-- params:  now_from date, now_to date, then_from date, then_to date
-- returns: is_now bool, kind text, platform text, units int

select
    coverage.day >= $now_from as is_now,
    coverage.kind,
    coverage.platform,
    sum(coverage.unit_count) as units
from coverage_day as coverage
where
    coverage.row_count > 0
    and (
        coverage.day between $now_from and $now_to
        or coverage.day between $then_from and $then_to
    )
group by
    coverage.day >= $now_from,
    coverage.kind,
    coverage.platform
order by
    is_now,
    coverage.kind,
    coverage.platform
