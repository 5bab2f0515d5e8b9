-- The rows of a file not yet taken in that cannot be taken.
--
-- grain:   line, reason
-- returns: line int, reason text, content text

select
    line,
    reason,
    content
from reading.rejects
order by
    line,
    reason
