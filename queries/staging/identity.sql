-- Under which names (hashes) each call, deal or order was ever known, also in rows that are no longer live. A deal and
-- its sale are one unit.
--
-- grain:   unit, name
-- params:  none
-- returns: unit text, name text

select
    'call|' || raw_calls.platform || '|' || raw_calls.account || '|' || raw_calls.call_id as unit,
    raw_calls.phone_hash as name
from raw_calls
where raw_calls.phone_hash is not null
union
select
    'deal|' || raw_leads.platform || '|' || raw_leads.account || '|' || raw_leads.lead_id as unit,
    raw_leads.phone_hash as name
from raw_leads
where raw_leads.phone_hash is not null
union
select
    'deal|' || raw_leads.platform || '|' || raw_leads.account || '|' || raw_leads.lead_id as unit,
    raw_leads.email_hash as name
from raw_leads
where raw_leads.email_hash is not null
union
select
    'deal|' || raw_sales.platform || '|' || raw_sales.account || '|' || raw_sales.order_id as unit,
    raw_sales.phone_hash as name
from raw_sales
where raw_sales.phone_hash is not null
union
select
    'deal|' || raw_sales.platform || '|' || raw_sales.account || '|' || raw_sales.order_id as unit,
    raw_sales.email_hash as name
from raw_sales
where raw_sales.email_hash is not null
