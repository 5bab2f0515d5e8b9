-- The rows that were not kept: where they stand, why, and what they say without personal data.
--
-- grain:   line
-- params:  faults text[], reasons text[]
-- returns: table rejects: line bigint, reason text, content text

insert into rejects
select
    faulty.line,
    reason.reason,
    left(without_contacts(coalesce(cells.content, '')), 500) as content
from faulty
inner join (select unnest($faults) as fault, unnest($reasons) as reason) as reason
    on faulty.fault = reason.fault
inner join cells
    on faulty.line = cells.line
where trim(coalesce(cells.content, ''), ' -—') <> '' or faulty.fault = 'odd'
order by faulty.line;
