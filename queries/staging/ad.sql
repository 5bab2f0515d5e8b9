-- Ad rows of the days to rebuild, without keywords; what covers more than one day is left out. A row that does not say
-- where its clicks come from names its platform; a campaign that was renamed has its newest name on all its days.
--
-- grain:   day, platform, account, campaign_key, name on that day, ad_group, source, medium, currency, includes_vat
-- params:  none
-- returns: day date, platform text, account text, campaign_key text, campaign text, ad_group text, source text,
--          medium text, currency text, includes_vat boolean, impressions int, clicks int, spend money

select
    grouped.day,
    grouped.platform,
    grouped.account,
    grouped.campaign_key,
    campaign_now.campaign,
    grouped.ad_group,
    grouped.source,
    grouped.medium,
    grouped.currency,
    grouped.includes_vat,
    grouped.impressions,
    grouped.clicks,
    grouped.spend
from (
    select
        raw_ad_day.day,
        raw_ad_day.platform,
        raw_ad_day.account,
        raw_ad_day.campaign_key,
        raw_ad_day.campaign,
        raw_ad_day.ad_group,
        case when raw_ad_day.source = '' then raw_ad_day.platform else raw_ad_day.source end as source,
        case when raw_ad_day.medium = '' then 'cpc' else raw_ad_day.medium end as medium,
        raw_ad_day.currency,
        raw_ad_day.includes_vat,
        sum(raw_ad_day.impressions) as impressions,
        sum(raw_ad_day.clicks) as clicks,
        sum(raw_ad_day.spend) as spend
    from raw_ad_day
    inner join touched_day
        on raw_ad_day.day = touched_day.day
    where
        raw_ad_day.live
        and raw_ad_day.day_to <= raw_ad_day.day
    group by
        raw_ad_day.day,
        raw_ad_day.platform,
        raw_ad_day.account,
        raw_ad_day.campaign_key,
        raw_ad_day.campaign,
        raw_ad_day.ad_group,
        raw_ad_day.source,
        raw_ad_day.medium,
        raw_ad_day.currency,
        raw_ad_day.includes_vat
) as grouped
inner join campaign_now
    on
        grouped.platform = campaign_now.platform
        and grouped.account = campaign_now.account
        and grouped.campaign_key = campaign_now.campaign_key
        and grouped.campaign = campaign_now.name
