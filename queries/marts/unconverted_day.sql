-- Amounts on days without a rate, in the currency they came in: spend of ads, revenue of paid sales before refunds.
--
-- grain:   day, kind, platform, currency
-- params:  none
-- returns: day date, kind text, platform text, currency text, amount money

select
    ad_spend.day,
    'ads' as kind,
    ad_spend.platform,
    ad_spend.currency,
    sum(ad_spend.amount) as amount
from ad_spend
where
    ad_spend.spend is null
    and ad_spend.amount <> 0
group by
    ad_spend.day,
    ad_spend.platform,
    ad_spend.currency
union all
select
    order_line.day,
    'sales' as kind,
    order_line.platform,
    order_line.currency,
    sum(order_line.amount) as amount
from order_line
inner join touched_day
    on order_line.day = touched_day.day
where
    order_line.revenue is null
    and order_line.amount <> 0
group by
    order_line.day,
    order_line.platform,
    order_line.currency
