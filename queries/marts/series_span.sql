-- Series as they stand, each value with the days that it is of; products under their agreed names, prices in the
-- client's currency at the rate of their day (those without a rate are left out).
--
-- grain:   day, kind, name, place
-- params:  none
-- returns: day date, day_to date, kind text, name text, place text, value money

select
    raw_series.day,
    max(raw_series.day_to) as day_to,
    raw_series.kind,
    coalesce(product_name.name, raw_series.name) as name,
    raw_series.place,
    -- Of two names of one product the lower price is what a buyer finds, and pieces of both can be bought.
    cast(
        case
            when raw_series.kind = 'market_price' then min(raw_series.value * money_factor.factor)
            when raw_series.kind in ('price_index', 'demand_index', 'temperature') then max(raw_series.value)
            else sum(raw_series.value)
        end as decimal(18, 4)
    ) as value
from raw_series
inner join touched_day
    on raw_series.day = touched_day.day
inner join money_factor
    on
        raw_series.day = money_factor.day
        and raw_series.currency = money_factor.currency
        and not money_factor.includes_vat
left join product_name
    on
        raw_series.name = product_name.product
        and raw_series.kind in ('market_price', 'stock')
where raw_series.live
group by
    raw_series.day,
    raw_series.kind,
    coalesce(product_name.name, raw_series.name),
    raw_series.place
