-- A number drawn by lot for each person of the rows found, by which their calls, deals and orders stay together.
--
-- An e-mail without a phone is its phone's person, as the leads are joined.
--
-- grain: row_name

create or replace temp table pseudonym as
with seen as (
    select
        rows_seen.email_hash,
        min(rows_seen.phone_hash) as phone_hash
    from (
        select
            raw_leads.email_hash,
            raw_leads.phone_hash
        from raw_leads
        where raw_leads.live
        union all
        select
            raw_sales.email_hash,
            raw_sales.phone_hash
        from raw_sales
        where raw_sales.live
    ) as rows_seen
    where rows_seen.email_hash is not null and rows_seen.phone_hash is not null
    group by rows_seen.email_hash
),

named as (
    select raw_calls.phone_hash as row_name
    from raw_calls
    semi join own_name on raw_calls.phone_hash = own_name.name
    union
    select coalesce(raw_leads.phone_hash, raw_leads.email_hash) as row_name
    from raw_leads
    semi join own_name on own_name.name in (raw_leads.phone_hash, raw_leads.email_hash)
    union
    select coalesce(raw_sales.phone_hash, raw_sales.email_hash) as row_name
    from raw_sales
    semi join own_name on own_name.name in (raw_sales.phone_hash, raw_sales.email_hash)
),

person as (
    select
        named.row_name,
        coalesce(seen.phone_hash, named.row_name) as name
    from named
    left join seen on named.row_name = seen.email_hash
),

drawn as (
    select
        distinct_person.name,
        'forgotten-' || replace(cast(uuid() as text), '-', '') as pseudonym
    from (select distinct person.name from person) as distinct_person
)

select
    person.row_name,
    drawn.pseudonym
from person
inner join drawn on person.name = drawn.name
