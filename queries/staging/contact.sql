-- Every time somebody turned to the client, with who it was: the phone, else the e-mail's phone, else the e-mail, else
-- nobody but this very row. A deal and its sale without phone and e-mail still share the name of their row.
--
-- grain:   way, platform, account, contact_id
-- params:  none
-- returns: person text, way text, platform text, account text, contact_id text, happened timestamp, day date,
--          answered boolean, talk_seconds int, target boolean, source text, medium text, campaign text, product text

select
    coalesce(
        raw_calls.phone_hash,
        'call|' || raw_calls.platform || '|' || raw_calls.account || '|' || raw_calls.call_id
    ) as person,
    'call' as way,
    raw_calls.platform,
    raw_calls.account,
    raw_calls.call_id as contact_id,
    raw_calls.started as happened,
    cast(raw_calls.started as date) as day,
    raw_calls.answered,
    coalesce(raw_calls.talk_seconds, 0) as talk_seconds,
    -- Trackers write «not on target» beside calls that nobody answered: of those nobody knows.
    case when raw_calls.answered or raw_calls.target then raw_calls.target end as target,
    raw_calls.source,
    raw_calls.medium,
    raw_calls.campaign,
    '' as product
from raw_calls
where
    raw_calls.live
    and raw_calls.direction = 'in'
union all
select
    coalesce(
        raw_leads.phone_hash,
        email_phone.phone_hash,
        raw_leads.email_hash,
        'deal|' || raw_leads.platform || '|' || raw_leads.account || '|' || raw_leads.lead_id
    ) as person,
    raw_leads.way,
    raw_leads.platform,
    raw_leads.account,
    raw_leads.lead_id as contact_id,
    raw_leads.created as happened,
    cast(raw_leads.created as date) as day,
    raw_leads.first_answer is not null as answered,
    0 as talk_seconds,
    raw_leads.target,
    raw_leads.source,
    raw_leads.medium,
    raw_leads.campaign,
    raw_leads.product
from raw_leads
left join email_phone
    on raw_leads.email_hash = email_phone.email_hash
where raw_leads.live
