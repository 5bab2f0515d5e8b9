-- What the store has on the days of a file, from the same source, that the file does not carry: it is kept.
--
-- grain:   currency
-- names:   unit, dated_by, measured, in_currency
-- params:  first_day date, last_day date
-- returns: currency text, unit_count int, amount money

with kept_unit as (
    select
        unit,
        in_currency as currency_kept,
        sum(measured) as amount_kept
    from absent
    where cast(dated_by as date) between $first_day and $last_day
    group by all
)

select
    currency_kept as currency,
    count(*) as unit_count,
    sum(amount_kept) as amount
from kept_unit
group by currency_kept
order by currency_kept
