-- An empty cell of a measure counts as nought once the totals rows have been looked at.
--
-- grain:   line
-- returns: table ad_day without nulls in impressions, clicks, spend

update ad_day
set
    impressions = coalesce(impressions, 0),
    clicks = coalesce(clicks, 0),
    spend = coalesce(spend, 0),
    day_to = case when day_to < day then day else day_to end
where impressions is null or clicks is null or spend is null or day_to < day;
