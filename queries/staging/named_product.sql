-- Every product's name as the client's files write it, in the rows concerned, and what a person decided that it means;
-- null where nobody did.
--
-- grain:   product
-- params:  none
-- returns: product text, meaning text

select
    named.product,
    name_now.meaning
from (
    select touched_contact.product
    from touched_contact
    where touched_contact.product <> ''
    union
    select touched_line.product
    from touched_line
    where touched_line.product <> ''
    union
    select raw_series.name as product
    from raw_series
    inner join touched_day
        on raw_series.day = touched_day.day
    where
        raw_series.live
        and raw_series.kind in ('market_price', 'stock')
        and raw_series.name <> ''
) as named
left join name_now
    on
        name_now.kind = 'product'
        and lower(named.product) = name_now.text
