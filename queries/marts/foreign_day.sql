-- Amounts of another currency than the client's, as a rate turned them into it, and what they are in their own at that
-- rate: spend of ads, revenue of paid sales net of refunds. Both are on the same basis of VAT, so that one over the
-- other is the rate alone.
--
-- grain:   day, kind, channel, currency
-- params:  none
-- returns: day date, kind text, channel text, currency text, amount money, converted money

select
    moved.day,
    moved.kind,
    moved.channel,
    moved.currency,
    cast(sum(moved.converted) * foreign_rate.units as decimal(18, 4)) as amount,
    sum(moved.converted) as converted
from (
    select
        ad_spend.day,
        'ads' as kind,
        ad_spend.channel,
        ad_spend.currency,
        ad_spend.spend as converted
    from ad_spend
    where ad_spend.spend is not null
    union all
    select
        order_line.day,
        'sales' as kind,
        order_line.channel,
        order_line.currency,
        order_line.revenue - order_line.refunds as converted
    from order_line
    inner join touched_day
        on order_line.day = touched_day.day
    where order_line.revenue is not null
) as moved
inner join foreign_rate
    on
        moved.day = foreign_rate.day
        and moved.currency = foreign_rate.currency
group by
    moved.day,
    moved.kind,
    moved.channel,
    moved.currency,
    foreign_rate.units
