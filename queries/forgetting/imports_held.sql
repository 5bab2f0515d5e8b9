-- The imports that have calls, deals or orders of the person, or of whoever shares a phone or an e-mail with them.
--
-- grain:   import_id
-- returns: import_id int

select distinct held.import_id
from (
    select
        raw_calls.import_id,
        raw_calls.phone_hash,
        raw_calls.phone_hash as email_hash
    from raw_calls
    union all
    select
        raw_leads.import_id,
        raw_leads.phone_hash,
        raw_leads.email_hash
    from raw_leads
    union all
    select
        raw_sales.import_id,
        raw_sales.phone_hash,
        raw_sales.email_hash
    from raw_sales
) as held
semi join person_name on person_name.name in (held.phone_hash, held.email_hash)
