-- What the fuller reports have of the campaign days that a file does not change, and what it has of them itself.
--
-- grain:   currency
-- returns: currency text, unit_count int, spend_held money, spend_arriving money

select
    currency,
    count(*) as unit_count,
    sum(spend_held) as spend_held,
    sum(spend_arriving) as spend_arriving
from fuller
group by currency
order by currency
