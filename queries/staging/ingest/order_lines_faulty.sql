-- The rows of order_lines that cannot be kept.
--
-- grain:   line
-- returns: temp table faulty: line bigint, fault text

create or replace temp table faulty as
select
    order_lines.line,
    order_lines.fault
from order_lines
where order_lines.fault is not null and order_lines.fault <> 'total';
