-- The days of campaigns of a file that stand in the store under another account or key, and under how many.
--
-- An account that one side does not know may be any; a key is no other where one side has only the campaign's name.
--
-- grain:  platform, account, campaign_key, day
-- params: first_day date, last_day date

create or replace temp table other_name as
with arriving as (
    select distinct
        platform,
        account,
        campaign_key,
        campaign,
        lower(trim(campaign)) as name,
        campaign_key = campaign as is_name,
        day
    from incoming
),

held as (
    select distinct
        raw_ad_day.platform,
        raw_ad_day.account,
        raw_ad_day.campaign_key,
        lower(trim(raw_ad_day.campaign)) as name,
        raw_ad_day.campaign_key = raw_ad_day.campaign as is_name,
        raw_ad_day.day
    from raw_ad_day
    semi join arriving using (platform)
    where raw_ad_day.live and raw_ad_day.day between $first_day and $last_day
),

unmet as (
    select arriving.*
    from arriving
    anti join held using (platform, account, campaign_key, day)
),

pair as (
    select
        unmet.platform,
        unmet.account,
        unmet.campaign_key,
        unmet.campaign,
        unmet.day,
        held.account as held_account,
        held.campaign_key as held_key
    from unmet
    inner join held
        on
            unmet.platform = held.platform
            and unmet.day = held.day
            and unmet.campaign_key = held.campaign_key
    where unmet.account = '' or held.account = ''
    union
    select
        unmet.platform,
        unmet.account,
        unmet.campaign_key,
        unmet.campaign,
        unmet.day,
        held.account as held_account,
        held.campaign_key as held_key
    from unmet
    inner join held
        on
            unmet.platform = held.platform
            and unmet.day = held.day
            and unmet.name = held.name
    where
        (unmet.account = held.account or unmet.account = '' or held.account = '')
        and (unmet.is_name or held.is_name)
)

select
    platform,
    account,
    campaign_key,
    day,
    min(campaign) as campaign,
    min(held_account) as held_account,
    min(held_key) as held_key,
    count(distinct concat_ws(chr(31), held_account, held_key)) as candidates
from pair
group by
    platform,
    account,
    campaign_key,
    day
