-- What the days of a file add up to before it and after it, for the days on which anything changes.
--
-- grain:   day, currency
-- names:   dated_by, measured, in_currency
-- returns: day date, currency text, amount_before money, amount_after money, rows_before int, rows_after int

with moved as (
    select
        cast(dated_by as date) as day,
        in_currency as currency,
        sum(measured) as amount,
        count(*) as row_count
    from changing
    group by all
    union all
    select
        cast(dated_by as date) as day,
        in_currency as currency,
        -sum(measured) as amount,
        -count(*) as row_count
    from leaving
    group by all
),

difference as (
    select
        day,
        currency,
        sum(amount) as amount,
        sum(row_count) as row_count
    from moved
    group by
        day,
        currency
),

before as (
    select
        cast(dated_by as date) as day,
        in_currency as currency,
        sum(measured) as amount,
        count(*) as row_count
    from standing
    group by all
)

select
    difference.day,
    difference.currency,
    coalesce(before.amount, 0) as amount_before,
    coalesce(before.amount, 0) + coalesce(difference.amount, 0) as amount_after,
    coalesce(before.row_count, 0) as rows_before,
    coalesce(before.row_count, 0) + difference.row_count as rows_after
from difference
left join before on difference.day = before.day and difference.currency = before.currency
order by
    difference.day,
    difference.currency
