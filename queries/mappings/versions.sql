-- Every version of every mapping, the newest first within each.
--
-- grain:   number, version
-- returns: number int, version int, name text, contents text, saved_at timestamp, saved_by text, removed bool

select
    number,
    version,
    name,
    contents,
    saved_at,
    saved_by,
    removed
from mappings
order by
    number asc,
    version desc
