-- The calls, deals or orders of a file that are of somebody forgotten, with the number drawn that they have here, or
-- one drawn for this file.
--
-- grain: unit_key
-- names: arrived, stored, unit, unit_now, other_name
-- params: salt text

create or replace temp table forgotten_unit as
with named as (
    select distinct phone_hash as name
    from arrived
    where phone_hash is not null
    union
    select distinct other_name as name
    from arrived
    where other_name is not null
),

again as (
    select named.name
    from named
    semi join forgotten on sha256('forgotten|' || named.name) = forgotten.mark
),

found as (
    select
        concat_ws(chr(31), unit_now) as unit_key,
        min(coalesce(phone_hash, other_name)) as row_name
    from arrived
    where
        phone_hash in (select again.name from again)
        or other_name in (select again.name from again)
    group by concat_ws(chr(31), unit_now)
),

held as (
    select
        concat_ws(chr(31), unit) as unit_key,
        max(phone_hash) as pseudonym
    from stored
    where starts_with(phone_hash, 'forgotten-')
    group by concat_ws(chr(31), unit)
)

select
    found.unit_key,
    coalesce(held.pseudonym, 'forgotten-' || left(sha256($salt || found.row_name), 32)) as pseudonym
from found
left join held on found.unit_key = held.unit_key
