-- What each campaign of a file spent before it and after it on the days of the file, where anything changes; largest first.
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

standing as (
    select
        campaign,
        currency,
        sum(spend) as amount,
        count(*) as row_count
    from raw_ad_day
    semi join scopes using (platform, account)
    where live and day between $first_day and $last_day
    group by
        campaign,
        currency
)

select
    difference.campaign,
    difference.currency,
    standing.amount as amount_before,
    coalesce(standing.amount, 0) + difference.amount as amount_after,
    coalesce(standing.row_count, 0) as rows_before,
    coalesce(standing.row_count, 0) + difference.row_count as rows_after
from difference
left join standing on difference.campaign = standing.campaign and difference.currency = standing.currency
order by
    abs(difference.amount) desc,
    difference.campaign,
    difference.currency
limit $most
