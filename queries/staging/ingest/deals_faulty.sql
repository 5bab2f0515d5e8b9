-- The rows of deals that cannot be kept.
--
-- grain:   line
-- returns: temp table faulty: line bigint, fault text

create or replace temp table faulty as
select
    deals.line,
    deals.fault
from deals
where deals.fault is not null and deals.fault <> 'total';
