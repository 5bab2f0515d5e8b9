-- The rows of calls that cannot be kept, taken out of it, and with them those that are no calls of their own.
--
-- grain:   line
-- returns: temp table faulty: line bigint, fault text; table calls with the canonical columns and line alone

create or replace temp table faulty as
select
    calls.line,
    calls.fault
from calls
where
    calls.fault is not null
    and calls.fault not in ('total', 'second_header', 'unmade', 'internal', 'leg');

delete from calls
where fault is not null;

alter table calls drop column fault;
