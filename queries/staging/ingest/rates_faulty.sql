-- The rows of rates that cannot be kept, taken out of it.
--
-- grain:   line
-- returns: temp table faulty: line bigint, fault text; table rates with the canonical columns and line alone

create or replace temp table faulty as
select
    rates.line,
    rates.fault
from rates
where rates.fault is not null and rates.fault <> 'total';

delete from rates
where fault is not null;

alter table rates drop column fault;
