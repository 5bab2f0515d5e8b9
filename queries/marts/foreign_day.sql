-- Amounts of another currency than the client's, in their own and as a rate turned them into it: spend of ads, revenue
-- of paid sales before refunds. Where the client deducts VAT, spend that holds it is converted without it.
--
-- grain:   day, kind, currency
-- params:  none
-- returns: day date, kind text, currency text, amount money, converted money

select
    ad_spend.day,
    'ads' as kind,
    ad_spend.currency,
    sum(ad_spend.amount) as amount,
    sum(ad_spend.spend) as converted
from ad_spend
inner join foreign_currency
    on ad_spend.currency = foreign_currency.currency
where ad_spend.spend is not null
group by
    ad_spend.day,
    ad_spend.currency
union all
select
    order_line.day,
    'sales' as kind,
    order_line.currency,
    sum(order_line.amount) as amount,
    sum(order_line.revenue) as converted
from order_line
inner join touched_day
    on order_line.day = touched_day.day
inner join foreign_currency
    on order_line.currency = foreign_currency.currency
where order_line.revenue is not null
group by
    order_line.day,
    order_line.currency
