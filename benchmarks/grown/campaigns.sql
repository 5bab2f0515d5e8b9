-- Ten campaigns for each, with as much in each of them.
insert into funnel_day
select funnel_day.* replace (funnel_day.campaign || ' ' || more.n as campaign)
from funnel_day
cross join range(1, 10) as more (n)
where funnel_day.campaign <> '';

insert into cohort_day
select cohort_day.* replace (cohort_day.campaign || ' ' || more.n as campaign)
from cohort_day
cross join range(1, 10) as more (n)
where cohort_day.campaign <> '';
