-- The totals row of an orders file, as it states it: what was sold less what came back, and the profit.
--
-- grain:   one row, or none
-- returns: net_revenue money, gross_profit money

select
    order_lines.revenue as net_revenue,
    order_lines.gross_profit
from order_lines
where order_lines.fault = 'total'
order by order_lines.line
limit 1;
