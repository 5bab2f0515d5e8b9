-- Takes the person out of their calls: the number drawn stands in the place of the phone, the recording is left out.

update raw_calls
set
    call_id = replace(raw_calls.call_id, raw_calls.phone_hash, ''),
    phone_hash = pseudonym.pseudonym,
    phone_tail = null,
    recording = ''
from pseudonym
where
    raw_calls.phone_hash = pseudonym.row_name
    and raw_calls.phone_hash in (select own_name.name from own_name)
