-- What each book of sales counts on the days of a period on which several books have sales.
--
-- grain:   platform
-- params:  date_from date, date_to date
-- returns: platform text, revenue money, day_count int

with
sold_day as (
    select
        attribution.platform,
        attribution.sold as day,
        sum(attribution.revenue) as revenue
    from attribution
    where
        attribution.sold between $date_from and $date_to
        and attribution.revenue > 0
    group by
        attribution.platform,
        attribution.sold
),

shared_day as (
    select sold_day.day
    from sold_day
    group by sold_day.day
    having count(*) > 1
)

select
    sold_day.platform,
    sum(sold_day.revenue) as revenue,
    count(*) as day_count
from sold_day
inner join shared_day
    on sold_day.day = shared_day.day
group by sold_day.platform
order by sold_day.platform
