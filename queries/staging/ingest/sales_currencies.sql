-- The currencies of sales, each with its amount.
--
-- grain:   currency
-- returns: currency text, amount money

select
    sales.currency,
    coalesce(sum(sales.revenue), 0) as amount
from sales
group by sales.currency
order by sales.currency;
