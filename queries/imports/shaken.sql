-- The units that an import held, by rows of its own or by confirming another's, and whose rows stand without it.
--
-- The newest import in force that holds a unit decides; `rows_of` is the import that its rows came with, null if none.
--
-- grain:  unit
-- names:  stored, unit
-- params: import_id int, table_name text

create or replace temp table shaken as
with affected as (
    select distinct concat_ws(chr(31), unit) as unit_key
    from stored
    where import_id = $import_id
    union
    select unit_key
    from raw_confirmed
    where import_id = $import_id and table_name = $table_name
),

holders as (
    select distinct
        concat_ws(chr(31), unit) as unit_key,
        import_id as held_by,
        import_id as rows_of
    from stored
    union all
    select
        unit_key,
        import_id as held_by,
        rows_of
    from raw_confirmed
    where table_name = $table_name
),

in_force as (
    select
        holders.unit_key,
        max(holders.held_by) as held_by
    from holders
    inner join affected on holders.unit_key = affected.unit_key
    inner join imports on holders.held_by = imports.import_id
    where imports.undone_at is null
    group by holders.unit_key
)

select
    affected.unit_key,
    holders.rows_of
from affected
left join in_force on affected.unit_key = in_force.unit_key
left join holders on in_force.unit_key = holders.unit_key and in_force.held_by = holders.held_by
