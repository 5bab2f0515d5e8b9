-- The currencies of leads, each with its amount.
--
-- grain:   currency
-- returns: currency text, amount money

select
    leads.currency,
    coalesce(sum(leads.amount), 0) as amount
from leads
group by leads.currency
order by leads.currency;
