-- The first and the last day that ads, calls, leads, sales, refunds, plans or series speak of; one row, empty where
-- there are none.
--
-- grain:   nothing
-- params:  none
-- returns: first_day date, last_day date

select
    min(span.first_day) as first_day,
    max(span.last_day) as last_day
from (
    select
        min(raw_ad_day.day) as first_day,
        max(raw_ad_day.day_to) as last_day
    from raw_ad_day
    union all
    select
        min(cast(raw_calls.started as date)) as first_day,
        max(cast(raw_calls.started as date)) as last_day
    from raw_calls
    union all
    select
        min(cast(raw_leads.created as date)) as first_day,
        max(cast(raw_leads.created as date)) as last_day
    from raw_leads
    union all
    select
        min(cast(coalesce(raw_sales.lead_created, raw_sales.sold) as date)) as first_day,
        max(cast(coalesce(raw_sales.lead_created, raw_sales.sold) as date)) as last_day
    from raw_sales
    union all
    select
        min(cast(raw_sales.sold as date)) as first_day,
        max(cast(raw_sales.sold as date)) as last_day
    from raw_sales
    union all
    select
        min(cast(raw_sales.refunded_at as date)) as first_day,
        max(cast(raw_sales.refunded_at as date)) as last_day
    from raw_sales
    union all
    select
        min(raw_plan.month) as first_day,
        max(raw_plan.month) as last_day
    from raw_plan
    union all
    select
        min(raw_series.day) as first_day,
        max(raw_series.day) as last_day
    from raw_series
    union all
    select
        min(raw_refunds.day) as first_day,
        max(raw_refunds.day) as last_day
    from raw_refunds
) as span
