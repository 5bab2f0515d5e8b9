-- What the orders that were kept add up to. An unpaid order counts for nothing.
--
-- grain:   one row
-- returns: rows bigint, orders bigint, paid money, refunded money, net_revenue money, first_day date, last_day date

select
    count(*) as rows,
    count(distinct case when sales.paid and sales.revenue > 0 then sales.order_id end) as orders,
    coalesce(sum(case when sales.paid then sales.revenue else 0 end), 0) as paid,
    coalesce(sum(case when sales.paid then sales.refunded else 0 end), 0) as refunded,
    coalesce(sum(case when sales.paid then sales.revenue - sales.refunded else 0 end), 0) as net_revenue,
    min(cast(sales.sold as date)) as first_day,
    max(cast(sales.sold as date)) as last_day
from sales;
