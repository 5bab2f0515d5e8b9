-- The rows of a file, without those who were forgotten.
--
-- names: arrived, unit_now, without

create or replace temp view arrived_unnamed as
select * exclude (unit_key, pseudonym) replace (without)
from arrived
left join forgotten_unit on concat_ws(chr(31), unit_now) = forgotten_unit.unit_key
