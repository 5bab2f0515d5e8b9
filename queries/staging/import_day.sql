-- The days to rebuild after an import or its undo: those of its own rows, and those of everything that the persons
-- behind them ever did, since a call changes which source a later sale is credited to.
--
-- grain:   day
-- params:  import_id int
-- returns: day date

select raw_ad_day.day
from raw_ad_day
where raw_ad_day.import_id = $import_id
union
select raw_ad_day.day
from raw_ad_day
inner join changed_campaign
    on
        raw_ad_day.platform = changed_campaign.platform
        and raw_ad_day.account = changed_campaign.account
        and raw_ad_day.campaign_key = changed_campaign.campaign_key
union
select raw_rates.day
from raw_rates
where raw_rates.import_id = $import_id
union
select raw_series.day
from raw_series
where raw_series.import_id = $import_id
union
select raw_refunds.day
from raw_refunds
where raw_refunds.import_id = $import_id
union
select raw_refunds.day
from raw_refunds
inner join raw_sales
    on lower(raw_refunds.order_id) = lower(trim(raw_sales.order_id, '#№ '))
inner join touched_unit
    on 'deal|' || raw_sales.platform || '|' || raw_sales.account || '|' || raw_sales.order_id = touched_unit.unit
where raw_refunds.order_id <> ''
union
select raw_series.day
from raw_series
inner join changed_name
    on lower(raw_series.name) = changed_name.text
where
    changed_name.kind = 'product'
    and raw_series.kind in ('market_price', 'stock')
union
select cast(raw_calls.started as date) as day
from raw_calls
inner join touched_unit
    on 'call|' || raw_calls.platform || '|' || raw_calls.account || '|' || raw_calls.call_id = touched_unit.unit
union
select cast(raw_leads.created as date) as day
from raw_leads
inner join touched_unit
    on 'deal|' || raw_leads.platform || '|' || raw_leads.account || '|' || raw_leads.lead_id = touched_unit.unit
union
select cast(sale.day as date) as day
from (
    select
        raw_sales.platform,
        raw_sales.account,
        raw_sales.order_id,
        raw_sales.sold as day
    from raw_sales
    union
    select
        raw_sales.platform,
        raw_sales.account,
        raw_sales.order_id,
        raw_sales.lead_created as day
    from raw_sales
    where raw_sales.lead_created is not null
    union
    select
        raw_sales.platform,
        raw_sales.account,
        raw_sales.order_id,
        raw_sales.refunded_at as day
    from raw_sales
    where raw_sales.refunded_at is not null
) as sale
inner join touched_unit
    on 'deal|' || sale.platform || '|' || sale.account || '|' || sale.order_id = touched_unit.unit
