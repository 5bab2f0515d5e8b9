-- Orders that state one total: it is split over their rows by weight, the largest row taking what rounding leaves.
--
-- grain:   order_id, item
-- params:  platform text, account text, way text, source text, medium text, currency text,
--          includes_vat boolean
-- returns: table sales: the canonical columns, line

create table sales as
select
    cast($platform as text) as platform,
    cast($account as text) as account,
    order_shares.order_id,
    cast(order_shares.item as integer) as item,
    order_shares.sold,
    order_shares.covers_to as sold_to,
    coalesce(order_shares.whole_paid, true) as paid,
    order_shares.lead_created,
    coalesce(order_shares.whole_way, $way) as way,
    order_shares.whole_phone as phone_hash,
    order_shares.whole_email as email_hash,
    order_shares.product,
    order_shares.quantity,
    cast(
        order_shares.revenue_share + case
            when order_shares.by_weight = 1
                then order_shares.whole_total - sum(order_shares.revenue_share) over whole_order
            else 0
        end as decimal(18, 4)
    ) as revenue,
    order_shares.cost,
    cast(
        order_shares.refund_share + case
            when order_shares.by_weight = 1
                then coalesce(order_shares.stated_refund, 0) - sum(order_shares.refund_share) over whole_order
            else 0
        end as decimal(18, 4)
    ) as refunded,
    order_shares.whole_refunded_at as refunded_at,
    coalesce(order_shares.whole_currency, $currency) as currency,
    case when order_shares.whole_source = '' then $source else order_shares.whole_source end as source,
    case when order_shares.whole_medium = '' then $medium else order_shares.whole_medium end as medium,
    order_shares.whole_campaign as campaign,
    order_shares.whole_keyword as keyword,
    order_shares.manager,
    order_shares.whole_status as status,
    order_shares.whole_location as location,
    cast($includes_vat as boolean) as includes_vat,
    order_shares.line
from order_shares
window whole_order as (partition by order_shares.order_id)
order by order_shares.line;
