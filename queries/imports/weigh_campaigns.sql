-- What each campaign spent before a change and after it on the days of a file, where anything changes, and what the
-- file does not carry of it, which is kept. The largest change first; what is beyond the first lines is summed.
--
-- grain:  campaign, others, currency
-- params: number int, first_day date, last_day date, most int

insert into campaign_change
with moved as (
    select
        campaign,
        currency,
        sum(spend) as amount,
        count(*) as row_count,
        0 as amount_kept
    from changing
    group by
        campaign,
        currency
    union all
    select
        campaign,
        currency,
        -sum(spend) as amount,
        -count(*) as row_count,
        0 as amount_kept
    from leaving
    group by
        campaign,
        currency
    union all
    select
        campaign,
        currency,
        0 as amount,
        0 as row_count,
        sum(spend) as amount_kept
    from absent
    where day between $first_day and $last_day
    group by
        campaign,
        currency
),

difference as (
    select
        campaign,
        currency,
        sum(amount) as amount,
        sum(row_count) as row_count,
        sum(amount_kept) as amount_kept
    from moved
    group by
        campaign,
        currency
),

held as (
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
),

ranked as (
    select
        difference.campaign,
        difference.currency,
        held.amount as amount_before,
        case
            when coalesce(held.row_count, 0) + difference.row_count > 0
                then coalesce(held.amount, 0) + difference.amount
        end as amount_after,
        difference.amount_kept,
        least(
            row_number() over (
                order by
                    abs(difference.amount) desc,
                    difference.amount_kept desc,
                    difference.campaign asc,
                    difference.currency asc
            ),
            $most + 1
        ) as place
    from difference
    left join held on difference.campaign = held.campaign and difference.currency = held.currency
)

select
    $number as import_id,
    case when place <= $most then min(campaign) else '' end as campaign,
    case when place <= $most then 0 else count(*) end as others,
    currency,
    sum(amount_before) as amount_before,
    sum(amount_after) as amount_after,
    sum(amount_kept) as amount_kept
from ranked
group by
    place,
    currency
order by place
