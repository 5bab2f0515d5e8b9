-- Campaigns of a file that would be counted twice: a sum for several days, in the file or in the store, beside rows
-- of the same days under another unit. Accounts and keys may differ as they may where both have single days.
--
-- grain:   one row
-- returns: campaign_count int, campaign text, first_day date, last_day date

with spans_arriving as (
    select
        platform,
        account,
        campaign_key,
        campaign,
        lower(trim(campaign)) as name,
        day,
        day_to
    from incoming
    where day_to > day
),

spans_held as (
    select
        raw_ad_day.platform,
        raw_ad_day.account,
        raw_ad_day.campaign_key,
        raw_ad_day.campaign,
        lower(trim(raw_ad_day.campaign)) as name,
        raw_ad_day.day,
        raw_ad_day.day_to
    from raw_ad_day
    where raw_ad_day.live and raw_ad_day.day_to > raw_ad_day.day
),

meeting as (
    select
        span.campaign,
        span.campaign_key,
        span.account = other.account or span.account = '' or other.account = '' as may_share_account,
        span.campaign_key = other.campaign_key as shares_key,
        span.campaign_key = span.campaign or other.campaign_key = other.campaign as has_only_name,
        greatest(span.day, other.day) as first_day,
        least(span.day_to, other.day_to) as last_day
    from spans_arriving as span
    inner join raw_ad_day as other
        on
            span.platform = other.platform
            and (span.campaign_key = other.campaign_key or span.name = lower(trim(other.campaign)))
            and span.day <= other.day_to
            and span.day_to >= other.day
            and span.day <> other.day
    where other.live
    union all
    select
        other.campaign,
        other.campaign_key,
        span.account = other.account or span.account = '' or other.account = '' as may_share_account,
        span.campaign_key = other.campaign_key as shares_key,
        span.campaign_key = span.campaign or other.campaign_key = other.campaign as has_only_name,
        greatest(span.day, other.day) as first_day,
        least(span.day_to, other.day_to) as last_day
    from spans_held as span
    inner join incoming as other
        on
            span.platform = other.platform
            and (span.campaign_key = other.campaign_key or span.name = lower(trim(other.campaign)))
            and span.day <= other.day_to
            and span.day_to >= other.day
            and span.day <> other.day
)

select
    count(distinct meeting.campaign_key) as campaign_count,
    min(meeting.campaign) as campaign,
    min(meeting.first_day) as first_day,
    max(meeting.last_day) as last_day
from meeting
where meeting.may_share_account and (meeting.shares_key or meeting.has_only_name)
