-- The rows of a file, with the number drawn where they are of somebody forgotten.
--
-- names: arrived, unit_now

create or replace temp view arrived_numbered as
select
    arrived.*,
    forgotten_unit.pseudonym
from arrived
left join forgotten_unit on concat_ws(chr(31), unit_now) = forgotten_unit.unit_key
