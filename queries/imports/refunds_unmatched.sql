-- What is to be said of a file of refunds: orders that no sale of the store has, and months of which only a sum is
-- known.
--
-- grain:   order_id, month
-- returns: order_id text, month text

with sold as (
    select distinct lower(trim(raw_sales.order_id, '#№ ')) as number
    from raw_sales
    where raw_sales.live
)

select distinct
    refunds.order_id,
    case when refunds.order_id = '' then refunds.month else '' end as month
from reading.refunds as refunds
left join sold
    on lower(refunds.order_id) = sold.number
where sold.number is null
order by
    refunds.order_id,
    month
