-- The campaign days of a file that a fuller report already stands for: the file splits them finer (into ad groups, or
-- keywords and search terms), and its parts come to less, by more than a rounding of each.
--
-- grain:  platform, account, campaign_key, day
-- params: first_day date, last_day date

create or replace temp table fuller as
with arriving as (
    select
        platform,
        account,
        campaign_key,
        day,
        currency,
        sum(spend) as spend,
        count(*) as row_count,
        max(case when keyword <> '' then 2 when ad_group <> '' then 1 else 0 end) as depth
    from incoming
    group by
        platform,
        account,
        campaign_key,
        day,
        currency
),

held as (
    select
        platform,
        account,
        campaign_key,
        day,
        currency,
        sum(spend) as spend,
        max(case when keyword <> '' then 2 when ad_group <> '' then 1 else 0 end) as depth
    from standing
    where day between $first_day and $last_day
    group by
        platform,
        account,
        campaign_key,
        day,
        currency
)

select
    arriving.platform,
    arriving.account,
    arriving.campaign_key,
    arriving.day,
    arriving.currency,
    held.spend as spend_held,
    arriving.spend as spend_arriving
from arriving
inner join held
    on
        arriving.platform = held.platform
        and arriving.account = held.account
        and arriving.campaign_key = held.campaign_key
        and arriving.day = held.day
        and arriving.currency = held.currency
where
    arriving.depth > held.depth
    and arriving.spend < held.spend - arriving.row_count * 0.01
