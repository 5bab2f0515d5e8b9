-- Takes the person out of their deals: the number drawn stands in the place of phone and e-mail.

update raw_leads
set
    phone_hash = pseudonym.pseudonym,
    email_hash = null,
    phone_tail = null,
    lost_reason = ''
from pseudonym
where
    coalesce(raw_leads.phone_hash, raw_leads.email_hash) = pseudonym.row_name
    and (
        raw_leads.phone_hash in (select own_name.name from own_name)
        or raw_leads.email_hash in (select own_name.name from own_name)
    )
