-- Takes the person out of their orders: the number drawn stands in the place of phone and e-mail.

update raw_sales
set
    phone_hash = pseudonym.pseudonym,
    email_hash = null
from pseudonym
where
    coalesce(raw_sales.phone_hash, raw_sales.email_hash) = pseudonym.row_name
    and (
        raw_sales.phone_hash in (select own_name.name from own_name)
        or raw_sales.email_hash in (select own_name.name from own_name)
    )
