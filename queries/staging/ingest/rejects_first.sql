-- The first row that was not kept.
--
-- grain:   one row, or none
-- returns: line bigint, reason text

select
    rejects.line,
    rejects.reason
from rejects
order by rejects.line
limit 1;
