-- The first totals row of an advertising file, as it states them; null where it leaves a measure out.
--
-- grain:   one row, or none
-- returns: impressions bigint, clicks bigint, spend money

select
    ad_day.impressions,
    ad_day.clicks,
    ad_day.spend
from ad_day
where ad_day.fault = 'total'
order by ad_day.line
limit 1;
