-- The platforms that may have sales, whether they count or not: those of counted sales, of orders and of deals.
--
-- grain:   platform
-- params:  none
-- returns: platform text

select attribution.platform
from attribution
union
select coverage.platform
from coverage_day as coverage
where coverage.kind in ('deals', 'orders', 'orders_period')
order by platform
