-- What each campaign of a file spent before it and after it on the days of the file, where anything changes; the
-- largest change first.
--
-- grain:   campaign, currency
-- params:  first_day date, last_day date, most int
-- returns: campaign text, currency text, amount_before money, amount_after money, rows_before int, rows_after int

with moved as (
    select
        campaign,
        currency,
        sum(spend) as amount,
        count(*) as row_count
    from changing
    group by
        campaign,
        currency
    union all
    select
        campaign,
        currency,
        -sum(spend) as amount,
        -count(*) as row_count
    from leaving
    group by
        campaign,
        currency
),

difference as (
    select
        campaign,
        currency,
        sum(amount) as amount,
        sum(row_count) as row_count
    from moved
    group by
        campaign,
        currency
),

before as (
    select
        campaign,
        currency,
        sum(spend) as amount,
        count(*) as row_count
    from standing
    where day between $first_day and $last_day
    group by
        campaign,
        currency
)

select
    difference.campaign,
    difference.currency,
    coalesce(before.amount, 0) as amount_before,
    coalesce(before.amount, 0) + difference.amount as amount_after,
    coalesce(before.row_count, 0) as rows_before,
    coalesce(before.row_count, 0) + difference.row_count as rows_after
from difference
left join before on difference.campaign = before.campaign and difference.currency = before.currency
order by
    abs(difference.amount) desc,
    difference.campaign asc,
    difference.currency asc
limit $most
