-- How many of a file's campaign days stand in the store under another account or key; and how many under several.
--
-- grain:   one row
-- returns: unit_count int, campaign text, open_count int, open_campaign text, first_day date, last_day date

select
    count(*) as unit_count,
    min(campaign) as campaign,
    count(case when candidates > 1 then 1 end) as open_count,
    min(case when candidates > 1 then campaign end) as open_campaign,
    min(case when candidates > 1 then day end) as first_day,
    max(case when candidates > 1 then day end) as last_day
from other_name
