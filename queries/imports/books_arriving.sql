-- The books of sales that a file brings.
--
-- grain:   platform
-- returns: platform text, order_count int

select
    platform,
    count(distinct order_id) as order_count
from reading.sales
where paid
group by platform
order by platform
