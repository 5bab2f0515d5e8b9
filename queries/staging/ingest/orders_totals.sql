-- What the orders that were kept add up to. An unpaid order counts for nothing. `returned` is what rows of returned
-- goods give back (a part of `refunded`); `gross_profit` is there where the file states it and every row has it.
--
-- grain:   one row
-- params:  states_profit boolean
-- returns: rows bigint, orders bigint, paid money, refunded money, net_revenue money, returned money,
--          gross_profit money, first_day date, last_day date

select
    count(*) as rows,
    count(distinct case when sales.paid and sales.revenue > 0 then sales.order_id end) as orders,
    coalesce(sum(case when sales.paid then sales.revenue else 0 end), 0) as paid,
    coalesce(sum(case when sales.paid then sales.refunded else 0 end), 0) as refunded,
    coalesce(sum(case when sales.paid then sales.revenue - sales.refunded else 0 end), 0) as net_revenue,
    nullif(
        sum(case when sales.paid and sales.revenue = 0 then sales.refunded else 0 end), 0
    ) as returned,
    case
        when $states_profit and count(*) = count(sales.cost)
            then sum(case when sales.paid then sales.revenue - sales.refunded - sales.cost else 0 end)
    end as gross_profit,
    least(
        min(cast(sales.sold as date)),
        (
            select min(order_lines.covers_from)
            from order_lines
            where order_lines.fault is null
        )
    ) as first_day,
    max(cast(sales.sold as date)) as last_day
from sales;
