-- Which source had rows on which day, by the kind of the file they came in, and what they came to. Ad rows of more than
-- one day are there on each of their days under a kind of their own, ads_period, for they reach no other mart; sums of
-- sales of a month or a period are under orders_period, on the day they stand on, with their revenue and no orders. A
-- deal counts on the day it was made, an order on the day it was sold. Units: clicks, calls, deals, orders. Amounts:
-- spend and revenue in the client's currency, as far as there is a rate.
--
-- grain:   day, kind, platform, account
-- params:  none
-- returns: day date, kind text, platform text, row_count int, account text, unit_count int, amount money

with
ad_sum as (
    select
        ad_spend.day,
        ad_spend.platform,
        ad_spend.account,
        sum(ad_spend.clicks) as clicks,
        sum(coalesce(ad_spend.spend, 0)) as spend
    from ad_spend
    group by
        ad_spend.day,
        ad_spend.platform,
        ad_spend.account
),

ad_rows as (
    select
        raw_ad_day.day,
        raw_ad_day.platform,
        raw_ad_day.account,
        count(*) as row_count
    from raw_ad_day
    inner join touched_day
        on raw_ad_day.day = touched_day.day
    where
        raw_ad_day.live
        and raw_ad_day.day_to <= raw_ad_day.day
    group by
        raw_ad_day.day,
        raw_ad_day.platform,
        raw_ad_day.account
),

order_sum as (
    select
        order_line.day,
        order_line.platform,
        order_line.account,
        case when order_line.sold_to is null then 'orders' else 'orders_period' end as kind,
        sum(coalesce(order_line.revenue, 0)) as revenue
    from order_line
    inner join touched_day
        on order_line.day = touched_day.day
    group by
        order_line.day,
        order_line.platform,
        order_line.account,
        case when order_line.sold_to is null then 'orders' else 'orders_period' end
),

order_rows as (
    select
        cast(raw_sales.sold as date) as day,
        raw_sales.platform,
        raw_sales.account,
        case when raw_sales.sold_to is null then 'orders' else 'orders_period' end as kind,
        count(*) as row_count,
        count(distinct case when raw_sales.sold_to is null then raw_sales.order_id end) as orders
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
        raw_sales.platform,
        raw_sales.account,
        case when raw_sales.sold_to is null then 'orders' else 'orders_period' end
)

select
    ad_rows.day,
    'ads' as kind,
    ad_rows.platform,
    ad_rows.row_count,
    ad_rows.account,
    coalesce(ad_sum.clicks, 0) as unit_count,
    coalesce(ad_sum.spend, 0) as amount
from ad_rows
left join ad_sum
    on
        ad_rows.day = ad_sum.day
        and ad_rows.platform = ad_sum.platform
        and ad_rows.account = ad_sum.account
union all
select
    touched_day.day,
    'ads_period' as kind,
    raw_ad_day.platform,
    count(*) as row_count,
    raw_ad_day.account,
    0 as unit_count,
    0 as amount
from raw_ad_day
inner join touched_day
    on touched_day.day between raw_ad_day.day and raw_ad_day.day_to
where
    raw_ad_day.live
    and raw_ad_day.day_to > raw_ad_day.day
group by
    touched_day.day,
    raw_ad_day.platform,
    raw_ad_day.account
union all
select
    cast(raw_calls.started as date) as day,
    'calls' as kind,
    raw_calls.platform,
    count(*) as row_count,
    raw_calls.account,
    count(*) as unit_count,
    0 as amount
from raw_calls
inner join touched_day
    on cast(raw_calls.started as date) = touched_day.day
where raw_calls.live
group by
    cast(raw_calls.started as date),
    raw_calls.platform,
    raw_calls.account
union all
select
    cast(raw_leads.created as date) as day,
    'deals' as kind,
    raw_leads.platform,
    count(*) as row_count,
    raw_leads.account,
    count(*) as unit_count,
    0 as amount
from raw_leads
inner join touched_day
    on cast(raw_leads.created as date) = touched_day.day
where raw_leads.live
group by
    cast(raw_leads.created as date),
    raw_leads.platform,
    raw_leads.account
union all
select
    order_rows.day,
    order_rows.kind,
    order_rows.platform,
    order_rows.row_count,
    order_rows.account,
    order_rows.orders as unit_count,
    coalesce(order_sum.revenue, 0) as amount
from order_rows
left join order_sum
    on
        order_rows.day = order_sum.day
        and order_rows.platform = order_sum.platform
        and order_rows.account = order_sum.account
        and order_rows.kind = order_sum.kind
