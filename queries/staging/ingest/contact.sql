-- The keyed hash of each phone and e-mail that the file mentions; only its hash and last digits go further.
--
-- grain:   way, cell
-- returns: temp table contact: way text, cell text, key text, tail text, digits text

create or replace temp table contact as
with mentioned as (
    select distinct
        'phone' as way,
        cells.phone as cell
    from cells
    where cells.phone is not null
    union
    select distinct
        'phone' as way,
        cells.called as cell
    from cells
    where cells.called is not null
    union
    select distinct
        'email' as way,
        cells.email as cell
    from cells
    where cells.email is not null
),

keyed as (
    select
        mentioned.way,
        mentioned.cell,
        case when mentioned.way = 'phone' then phone_key(mentioned.cell) else email_key(mentioned.cell) end as key
    from mentioned
)

select
    keyed.way,
    keyed.cell,
    left(keyed.key, 32) as key,
    case when keyed.way = 'phone' then right(keyed.key, 2) end as tail,
    case when keyed.way = 'phone' then right(substr(keyed.key, 33), 10) end as digits
from keyed
where keyed.key <> '';
