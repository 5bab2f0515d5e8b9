-- What was spent on ads on these days, and the first day of which any platform's file tells.
--
-- grain:   one row
-- params:  date_from date, date_to date
-- returns: spend money, known_from date

select
    coalesce(sum(told.spend), 0) as spend,
    min(told.known_from) as known_from
from (
    select
        funnel.spend,
        cast(null as date) as known_from
    from funnel_day as funnel
    where funnel.day between $date_from and $date_to
    union all
    select
        0 as spend,
        covered.day as known_from
    from coverage_day as covered
    where covered.kind = 'ads'
) as told
