-- Ten products for each, with as much in each of them.
insert into funnel_day
select funnel_day.* replace (funnel_day.product || ' ' || more.n as product)
from funnel_day
cross join range(1, 10) as more (n)
where funnel_day.product <> '';

insert into cohort_day
select cohort_day.* replace (cohort_day.product || ' ' || more.n as product)
from cohort_day
cross join range(1, 10) as more (n)
where cohort_day.product <> '';

insert into goods_day
select goods_day.* replace (goods_day.product || ' ' || more.n as product)
from goods_day
cross join range(1, 10) as more (n)
where goods_day.product <> '';
