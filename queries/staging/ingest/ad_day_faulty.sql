-- The rows of ad_day that cannot be kept, taken out of it.
--
-- grain:   line
-- returns: temp table faulty: line bigint, fault text; table ad_day with the canonical columns and line alone

create or replace temp table faulty as
select
    ad_day.line,
    ad_day.fault
from ad_day
where ad_day.fault is not null and ad_day.fault not in ('total', 'hidden');

delete from ad_day
where fault is not null;

alter table ad_day drop column fault;
