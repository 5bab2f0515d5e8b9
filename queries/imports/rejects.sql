-- The rows of one import that could not be taken.
--
-- grain:   line, reason
-- params:  import_id int
-- returns: line int, reason text, content text

select
    line,
    reason,
    content
from rejects
where import_id = $import_id
order by
    line,
    reason
