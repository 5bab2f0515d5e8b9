-- What an advertising file says of the rows that it leaves out («Total: Other search terms»).
--
-- grain:   line
-- returns: name text, impressions bigint, clicks bigint, spend money

select
    case when text_of(cells.first_cell) = '' then text_of(cells.campaign) else text_of(cells.first_cell) end as name,
    ad_day.impressions,
    ad_day.clicks,
    ad_day.spend
from ad_day
inner join cells
    on ad_day.line = cells.line
where ad_day.fault = 'hidden'
order by ad_day.line;
