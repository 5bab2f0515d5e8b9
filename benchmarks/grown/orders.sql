-- Ten times as many orders, each with a number of its own; the days' sums stay.
insert into attribution
select attribution.* replace (attribution.order_id || '-' || more.n as order_id)
from attribution
cross join range(1, 10) as more (n);
