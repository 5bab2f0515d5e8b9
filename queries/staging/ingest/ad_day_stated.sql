-- The totals rows of an advertising file, as it states them; null where a row leaves a measure out.
--
-- grain:   line
-- returns: mark text, impressions bigint, clicks bigint, spend money

select
    case when text_of(cells.first_cell) = '' then text_of(cells.campaign) else text_of(cells.first_cell) end as mark,
    ad_day.impressions,
    ad_day.clicks,
    ad_day.spend
from ad_day
inner join cells
    on ad_day.line = cells.line
where ad_day.fault = 'total'
order by ad_day.line
limit 50;
