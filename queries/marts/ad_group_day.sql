-- Reach and spend down to the ad group.
--
-- grain:   day, channel, campaign, ad_group
-- params:  none
-- returns: day date, channel text, campaign text, ad_group text, impressions int, clicks int, spend money

select
    ad_spend.day,
    ad_spend.channel,
    ad_spend.campaign,
    ad_spend.ad_group,
    sum(ad_spend.impressions) as impressions,
    sum(ad_spend.clicks) as clicks,
    sum(coalesce(ad_spend.spend, 0)) as spend
from ad_spend
group by
    ad_spend.day,
    ad_spend.channel,
    ad_spend.campaign,
    ad_spend.ad_group
