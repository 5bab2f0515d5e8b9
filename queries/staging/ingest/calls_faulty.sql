-- The rows of calls that cannot be kept, taken out of it.
--
-- grain:   line
-- returns: temp table faulty: line bigint, fault text; table calls with the canonical columns and line alone

create or replace temp table faulty as
select
    calls.line,
    calls.fault
from calls
where calls.fault is not null and calls.fault <> 'total';

delete from calls
where fault is not null;

alter table calls drop column fault;
