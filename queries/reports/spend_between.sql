-- What was spent on ads in both periods, and the first day of which any platform's file tells.
--
-- grain:   one row
-- params:  now_from date, now_to date, then_from date, then_to date
-- returns: spent_now money, spent_then money, known_from date

select
    coalesce(sum(told.spend) filter (where told.day between $now_from and $now_to), 0) as spent_now,
    coalesce(sum(told.spend) filter (where told.day between $then_from and $then_to), 0) as spent_then,
    min(told.known_from) as known_from
from (
    select
        funnel.day,
        funnel.spend,
        cast(null as date) as known_from
    from funnel_day as funnel
    where
        funnel.day between $now_from and $now_to
        or funnel.day between $then_from and $then_to
    union all
    select
        cast(null as date) as day,
        0 as spend,
        min(covered.day) as known_from
    from coverage_day as covered
    where covered.kind = 'ads'
) as told
