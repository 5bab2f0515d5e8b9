-- The rows that were not kept: where they stand, why, and what they say without personal data.
--
-- grain:   line
-- params:  faults text[], reasons text[]
-- returns: table rejects: line bigint, reason text, content text

insert into rejects
with reason as (
    select
        unnest($faults) as fault,
        unnest($reasons) as reason
)

select
    faulty.line,
    reason.reason,
    left(without_contacts(coalesce(cells.content, '')), 500) as content
from faulty
inner join reason
    on faulty.fault = reason.fault
inner join cells
    on faulty.line = cells.line
where trim(coalesce(cells.content, ''), ' -—') <> '' or faulty.fault = 'odd'
order by faulty.line;
