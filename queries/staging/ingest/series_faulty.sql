-- The rows of series that cannot be kept, taken out of it.
--
-- grain:   line
-- returns: temp table faulty: line bigint, fault text; table series with the canonical columns and line alone

create or replace temp table faulty as
select
    series.line,
    series.fault
from series
where series.fault is not null and series.fault <> 'total';

delete from series
where fault is not null;

alter table series drop column fault;
