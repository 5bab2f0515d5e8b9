-- Which source had rows on which day, by the kind of the file they came in. Ad rows of more than one day are there on
-- each of their days under a kind of their own, ads_period, for they reach no other mart. A deal counts on the day it
-- was made, an order on the day it was sold.
--
-- grain:   day, kind, platform
-- params:  none
-- returns: day date, kind text, platform text, row_count int

select
    raw_ad_day.day,
    'ads' as kind,
    raw_ad_day.platform,
    count(*) as row_count
from raw_ad_day
inner join touched_day
    on raw_ad_day.day = touched_day.day
where
    raw_ad_day.live
    and raw_ad_day.day_to <= raw_ad_day.day
group by
    raw_ad_day.day,
    raw_ad_day.platform
union all
select
    touched_day.day,
    'ads_period' as kind,
    raw_ad_day.platform,
    count(*) as row_count
from raw_ad_day
inner join touched_day
    on touched_day.day between raw_ad_day.day and raw_ad_day.day_to
where
    raw_ad_day.live
    and raw_ad_day.day_to > raw_ad_day.day
group by
    touched_day.day,
    raw_ad_day.platform
union all
select
    cast(raw_calls.started as date) as day,
    'calls' as kind,
    raw_calls.platform,
    count(*) as row_count
from raw_calls
inner join touched_day
    on cast(raw_calls.started as date) = touched_day.day
where raw_calls.live
group by
    cast(raw_calls.started as date),
    raw_calls.platform
union all
select
    cast(raw_leads.created as date) as day,
    'deals' as kind,
    raw_leads.platform,
    count(*) as row_count
from raw_leads
inner join touched_day
    on cast(raw_leads.created as date) = touched_day.day
where raw_leads.live
group by
    cast(raw_leads.created as date),
    raw_leads.platform
union all
select
    cast(raw_sales.sold as date) as day,
    'orders' as kind,
    raw_sales.platform,
    count(*) as row_count
from raw_sales
inner join touched_day
    on cast(raw_sales.sold as date) = touched_day.day
left join imports
    on raw_sales.import_id = imports.import_id
where
    raw_sales.live
    and coalesce(imports.kind, 'orders') <> 'deals'
group by
    cast(raw_sales.sold as date),
    raw_sales.platform
