-- Orders that were cancelled and whose money was kept; rows that state a month or a period instead of a day.
--
-- grain:   why
-- returns: why text, row_count bigint

select
    'cancelled' as why,
    count(distinct order_lines.order_id) as row_count
from order_lines
where
    order_lines.fault is null
    and order_lines.is_cancelled
    and order_lines.paid
    and coalesce(order_lines.order_refunded, order_lines.refunded, 0) = 0
having count(distinct order_lines.order_id) > 0
union all
select
    'whole_month' as why,
    count(*) as row_count
from order_lines
where
    order_lines.fault is null
    and order_lines.covers_from is not null
having count(*) > 0
order by why;
