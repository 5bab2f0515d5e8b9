-- The phone that an e-mail belongs to: the two were seen together in some row. Of several, one and always the same.
--
-- grain:   email_hash
-- params:  none
-- returns: email_hash text, phone_hash text

select
    seen.email_hash,
    min(seen.phone_hash) as phone_hash
from (
    select
        raw_leads.email_hash,
        raw_leads.phone_hash
    from raw_leads
    where raw_leads.live
    union all
    select
        raw_sales.email_hash,
        raw_sales.phone_hash
    from raw_sales
    where raw_sales.live
) as seen
where
    seen.email_hash is not null
    and seen.phone_hash is not null
group by seen.email_hash
