-- The platforms that sales came from, whether they count or not.
--
-- grain:   platform
-- params:  none
-- returns: platform text

select distinct raw_sales.platform
from raw_sales
