-- Of the units that an import wrote, how many stand as it wrote them, and which import has replaced the others; 0 where
-- they stand in none, for a later file has withdrawn them or the import was undone.
--
-- grain:   held_by
-- names:   stored, unit
-- params:  import_id int
-- returns: held_by int, unit_count int

with own as (
    select
        concat_ws(chr(31), unit) as unit_key,
        bool_or(live) as live
    from stored
    where import_id = $import_id
    group by concat_ws(chr(31), unit)
),

later as (
    select
        concat_ws(chr(31), unit) as unit_key,
        max(import_id) as later_import
    from stored
    where live and import_id <> $import_id
    group by concat_ws(chr(31), unit)
)

select
    case when own.live then $import_id else coalesce(later.later_import, 0) end as held_by,
    count(*) as unit_count
from own
left join later on own.unit_key = later.unit_key
group by held_by
order by held_by
