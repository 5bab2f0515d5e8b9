-- How long sales take: orders and what they brought (before refunds), by the day of the lead and the day of the sale.
--
-- grain:   lead_day, sold_day
-- params:  none
-- returns: lead_day date, sold_day date, orders int, revenue money

select
    sales_sum.lead_day,
    sales_sum.day as sold_day,
    sum(sales_sum.orders) as orders,
    sum(sales_sum.revenue) as revenue
from sales_sum
inner join touched_day
    on sales_sum.lead_day = touched_day.day
group by
    sales_sum.lead_day,
    sales_sum.day
