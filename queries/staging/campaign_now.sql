-- Every name that a campaign has in the live ad rows, beside its newest, under which all its days are shown.
--
-- grain:   platform, account, campaign_key, name
-- params:  none
-- returns: platform text, account text, campaign_key text, name text, campaign text

with
named as (
    select
        raw_ad_day.platform,
        raw_ad_day.account,
        raw_ad_day.campaign_key,
        raw_ad_day.campaign as name,
        max(raw_ad_day.day) as last_day
    from raw_ad_day
    where raw_ad_day.live
    group by
        raw_ad_day.platform,
        raw_ad_day.account,
        raw_ad_day.campaign_key,
        raw_ad_day.campaign
)

select
    named.platform,
    named.account,
    named.campaign_key,
    named.name,
    first_value(named.name) over (
        partition by named.platform, named.account, named.campaign_key
        order by named.last_day desc, named.name asc
        rows between unbounded preceding and current row
    ) as campaign
from named
