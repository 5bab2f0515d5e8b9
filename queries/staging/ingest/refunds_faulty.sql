-- The rows of refunds that cannot be kept, taken out of it.
--
-- grain:   line
-- returns: temp table faulty: line bigint, fault text; table refunds with the canonical columns and line alone

create or replace temp table faulty as
select
    refunds.line,
    refunds.fault
from refunds
where refunds.fault is not null and refunds.fault <> 'total';

delete from refunds
where fault is not null;

alter table refunds drop column fault;
