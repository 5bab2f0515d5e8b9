-- The days and currencies that amounts have to be converted on, and whether VAT is in them.
--
-- grain:   day, currency, includes_vat
-- params:  none
-- returns: day date, currency text, includes_vat boolean, rate money

select
    amounts.day,
    amounts.currency,
    amounts.includes_vat,
    max(raw_rates.rate) as rate
from (
    select
        ad.day,
        ad.currency,
        ad.includes_vat
    from ad
    union
    select
        touched_line.sold_day as day,
        touched_line.currency,
        false as includes_vat
    from touched_line
    union
    select
        touched_line.sold_day as day,
        touched_line.currency,
        touched_line.includes_vat
    from touched_line
    union
    select
        raw_series.day,
        raw_series.currency,
        false as includes_vat
    from raw_series
    inner join touched_day
        on raw_series.day = touched_day.day
    where raw_series.live
    union
    select
        raw_refunds.day,
        raw_refunds.currency,
        false as includes_vat
    from raw_refunds
    inner join touched_day
        on raw_refunds.day = touched_day.day
    where raw_refunds.live
) as amounts
left join raw_rates
    on
        amounts.day = raw_rates.day
        and amounts.currency = raw_rates.currency
        and raw_rates.live
group by
    amounts.day,
    amounts.currency,
    amounts.includes_vat
