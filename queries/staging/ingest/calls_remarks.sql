-- The rows of a call log that are no calls of their own: legs of a call, planned calls, talks within the firm.
--
-- grain:   why
-- returns: why text, row_count bigint

select
    calls.fault as why,
    count(*) as row_count
from calls
where calls.fault in ('unmade', 'internal', 'leg')
group by calls.fault
order by calls.fault;
