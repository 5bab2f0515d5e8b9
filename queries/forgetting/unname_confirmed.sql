-- Takes the person out of the keys of calls that a file only confirmed: a call without a number of its own is known by
-- its caller.

update raw_confirmed
set unit_key = replace(raw_confirmed.unit_key, person_name.name, '')
from person_name
where
    person_name.own
    and raw_confirmed.table_name = 'calls'
    and contains(raw_confirmed.unit_key, person_name.name)
