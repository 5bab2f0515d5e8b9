-- The currencies of ad_day, each with its amount.
--
-- grain:   currency
-- returns: currency text, amount money

select
    ad_day.currency,
    coalesce(sum(ad_day.spend), 0) as amount
from ad_day
group by ad_day.currency
order by ad_day.currency;
