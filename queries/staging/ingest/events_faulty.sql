-- The rows of events that cannot be kept, taken out of it.
--
-- grain:   line
-- returns: temp table faulty: line bigint, fault text; table events with the canonical columns and line alone

create or replace temp table faulty as
select
    events.line,
    events.fault
from events
where events.fault is not null and events.fault <> 'total';

delete from events
where fault is not null;

alter table events drop column fault;
