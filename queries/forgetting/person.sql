-- What a person is known by: the phone or e-mail asked for, and what stands beside it in the same rows, where it
-- stands beside nobody else's (`own`).
--
-- grain:  name
-- params: asked text, way text

create or replace temp table person_name as
with pair as (
    select distinct
        raw_leads.phone_hash,
        raw_leads.email_hash
    from raw_leads
    where raw_leads.phone_hash is not null and raw_leads.email_hash is not null
    union
    select distinct
        raw_sales.phone_hash,
        raw_sales.email_hash
    from raw_sales
    where raw_sales.phone_hash is not null and raw_sales.email_hash is not null
),

beside as (
    select
        pair.email_hash as name,
        (
            select count(*)
            from pair as every_pair
            where every_pair.email_hash = pair.email_hash
        ) as pair_count
    from pair
    where $way = 'phone' and pair.phone_hash = $asked
    union all
    select
        pair.phone_hash as name,
        (
            select count(*)
            from pair as every_pair
            where every_pair.phone_hash = pair.phone_hash
        ) as pair_count
    from pair
    where $way = 'email' and pair.email_hash = $asked
)

select
    cast($asked as text) as name,
    true as own
union all
select
    beside.name,
    beside.pair_count = 1 as own
from beside
