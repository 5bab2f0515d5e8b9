-- The rows of plan that cannot be kept, taken out of it.
--
-- grain:   line
-- returns: temp table faulty: line bigint, fault text; table plan with the canonical columns and line alone

create or replace temp table faulty as
select
    plan.line,
    plan.fault
from plan
where plan.fault is not null and plan.fault <> 'total';

delete from plan
where fault is not null;

alter table plan drop column fault;
