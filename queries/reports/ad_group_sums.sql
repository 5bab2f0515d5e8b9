-- What each ad group of one campaign cost.
--
-- grain:   ad_group
-- params:  date_from date, date_to date, channel text, campaign text
-- returns: ad_group text, impressions int, clicks int, spend money

select
    ad_group_day.ad_group,
    sum(ad_group_day.impressions) as impressions,
    sum(ad_group_day.clicks) as clicks,
    sum(ad_group_day.spend) as spend
from ad_group_day
where
    ad_group_day.day between $date_from and $date_to
    and ad_group_day.channel = $channel
    and ad_group_day.campaign = $campaign
group by ad_group_day.ad_group
order by ad_group_day.ad_group
