-- What the days that a change lowers by more than a share came to before it, and what they come to after it.
--
-- grain:   measure, currency
-- params:  share money
-- returns: measure text, currency text, day_count int, amount_before money, amount_after money

select
    measure,
    currency,
    count(*) as day_count,
    sum(amount_before) as amount_before,
    sum(coalesce(amount_after, 0)) as amount_after
from day_change
where
    measure in ('spend', 'revenue')
    and coalesce(amount_after, 0) < amount_before * (1 - $share)
group by
    measure,
    currency
order by
    measure,
    currency
