-- What a file has sold on days on which other books of the store have sales too, and what those have.
--
-- grain:   platform, other_platform, currency, other_currency
-- params:  own_currency text
-- returns: platform text, other_platform text, currency text, other_currency text, day_count int, amount money,
--          other_amount money

with arriving as (
    select
        platform,
        cast(sold as date) as day,
        case when currency = '' then $own_currency else currency end as currency,
        sum(revenue) as amount
    from reading.sales
    where paid and revenue > 0
    group by all
),

held as (
    select
        raw_sales.platform,
        cast(raw_sales.sold as date) as day,
        case when raw_sales.currency = '' then $own_currency else raw_sales.currency end as currency,
        sum(raw_sales.revenue) as amount
    from raw_sales
    where
        raw_sales.live
        and raw_sales.paid
        and raw_sales.revenue > 0
        and raw_sales.platform not in (select arriving.platform from arriving)
    group by all
)

select
    arriving.platform,
    held.platform as other_platform,
    arriving.currency,
    held.currency as other_currency,
    count(*) as day_count,
    sum(arriving.amount) as amount,
    sum(held.amount) as other_amount
from arriving
inner join held
    on arriving.day = held.day
group by all
order by all
