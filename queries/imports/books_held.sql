-- The books of sales in the store.
--
-- grain:   platform
-- returns: platform text

select distinct platform
from raw_sales
where live
order by platform
