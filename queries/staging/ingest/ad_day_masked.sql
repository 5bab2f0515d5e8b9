-- How many rows of an advertising file hide how often they were shown («<5»).
--
-- grain:   one row
-- params:  masked text
-- returns: masked bigint

select count(*) as masked
from cells
where regexp_matches(cells.impressions, $masked);
