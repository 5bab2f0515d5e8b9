-- The calls, deals and orders that an import brought, took away or gave back, the sales that its rates convert
-- or its refunds take back, and
-- those that name a campaign whose name is another now or a name that means another one.
--
-- grain:   unit
-- params:  import_id int
-- returns: unit text

with
named_text as (
    select changed_campaign.text
    from changed_campaign
    union
    select lower(changed_campaign.campaign_key) as text
    from changed_campaign
    union
    select changed_name.text
    from changed_name
    where changed_name.kind = 'campaign'
),

product_text as (
    select changed_name.text
    from changed_name
    where changed_name.kind = 'product'
)

select 'call|' || raw_calls.platform || '|' || raw_calls.account || '|' || raw_calls.call_id as unit
from raw_calls
where raw_calls.import_id = $import_id
union
select 'deal|' || raw_leads.platform || '|' || raw_leads.account || '|' || raw_leads.lead_id as unit
from raw_leads
where raw_leads.import_id = $import_id
union
select 'deal|' || raw_sales.platform || '|' || raw_sales.account || '|' || raw_sales.order_id as unit
from raw_sales
where raw_sales.import_id = $import_id
union
select 'deal|' || raw_sales.platform || '|' || raw_sales.account || '|' || raw_sales.order_id as unit
from raw_sales
inner join raw_rates
    on
        cast(raw_sales.sold as date) = raw_rates.day
        and raw_sales.currency = raw_rates.currency
where raw_rates.import_id = $import_id
union
select 'deal|' || raw_sales.platform || '|' || raw_sales.account || '|' || raw_sales.order_id as unit
from raw_sales
inner join raw_refunds
    on lower(trim(raw_sales.order_id, '#№ ')) = lower(raw_refunds.order_id)
where
    raw_refunds.import_id = $import_id
    and raw_refunds.order_id <> ''
union
select 'call|' || raw_calls.platform || '|' || raw_calls.account || '|' || raw_calls.call_id as unit
from raw_calls
inner join named_text
    on lower(raw_calls.campaign) = named_text.text
union
select 'deal|' || raw_leads.platform || '|' || raw_leads.account || '|' || raw_leads.lead_id as unit
from raw_leads
inner join named_text
    on lower(raw_leads.campaign) = named_text.text
union
select 'deal|' || raw_sales.platform || '|' || raw_sales.account || '|' || raw_sales.order_id as unit
from raw_sales
inner join named_text
    on lower(raw_sales.campaign) = named_text.text
union
select 'deal|' || raw_leads.platform || '|' || raw_leads.account || '|' || raw_leads.lead_id as unit
from raw_leads
inner join product_text
    on lower(raw_leads.product) = product_text.text
union
select 'deal|' || raw_sales.platform || '|' || raw_sales.account || '|' || raw_sales.order_id as unit
from raw_sales
inner join product_text
    on lower(raw_sales.product) = product_text.text
