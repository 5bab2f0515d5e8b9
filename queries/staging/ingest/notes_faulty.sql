-- The rows of notes that cannot be kept, taken out of it.
--
-- grain:   line
-- returns: temp table faulty: line bigint, fault text; table notes with the canonical columns and line alone

create or replace temp table faulty as
select
    notes.line,
    notes.fault
from notes
where notes.fault is not null and notes.fault <> 'total';

delete from notes
where fault is not null;

alter table notes drop column fault;
