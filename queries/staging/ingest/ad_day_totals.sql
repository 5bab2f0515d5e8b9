-- What the rows that were kept add up to. `last_start` is the last day that a row begins on, `rows_of_spans` how many
-- rows cover more than a day.
--
-- grain:   one row
-- returns: rows bigint, impressions bigint, clicks bigint, spend money, first_day date, last_day date

select
    count(*) as rows,
    coalesce(sum(ad_day.impressions), 0) as impressions,
    coalesce(sum(ad_day.clicks), 0) as clicks,
    coalesce(sum(ad_day.spend), 0) as spend,
    min(ad_day.day) as first_day,
    max(ad_day.day_to) as last_day,
    max(ad_day.day) as last_start,
    coalesce(sum(case when ad_day.day_to > ad_day.day then 1 else 0 end), 0) as rows_of_spans
from ad_day;
