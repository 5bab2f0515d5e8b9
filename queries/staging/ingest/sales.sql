-- Orders whose every row carries its own money. A negative row is a refund on its day.
--
-- grain:   order_id, item
-- params:  platform text, account text, way text, source text, medium text, currency text,
--          includes_vat boolean
-- returns: table sales: the canonical columns, line

create table sales as
with valued as (
    select
        order_lines.line,
        order_lines.order_id,
        order_lines.sold,
        order_lines.covers_to,
        order_lines.lead_created,
        order_lines.refunded_at,
        order_lines.status,
        order_lines.paid,
        order_lines.product,
        order_lines.quantity,
        order_lines.priced,
        order_lines.revenue,
        order_lines.order_total,
        order_lines.refunded,
        order_lines.order_refunded,
        order_lines.cost,
        order_lines.way,
        order_lines.phone_hash,
        order_lines.email_hash,
        order_lines.currency,
        order_lines.source,
        order_lines.medium,
        order_lines.campaign,
        order_lines.keyword,
        order_lines.manager,
        order_lines.location,
        order_lines.fault,
        coalesce(order_lines.revenue, order_lines.priced, 0) as value
    from order_lines
    where order_lines.fault is null
)

select
    cast($platform as text) as platform,
    cast($account as text) as account,
    valued.order_id,
    cast(row_number() over (partition by valued.order_id order by valued.line) as integer) as item,
    valued.sold,
    valued.covers_to as sold_to,
    coalesce(valued.paid, true) as paid,
    valued.lead_created,
    coalesce(valued.way, $way) as way,
    valued.phone_hash,
    valued.email_hash,
    valued.product,
    valued.quantity,
    greatest(valued.value, 0) as revenue,
    case when valued.value < 0 then -abs(valued.cost) else valued.cost end as cost,
    cast(coalesce(valued.refunded, 0) + greatest(-valued.value, 0) as decimal(18, 4)) as refunded,
    case when valued.value < 0 then coalesce(valued.refunded_at, valued.sold) else valued.refunded_at end
        as refunded_at,
    coalesce(valued.currency, $currency) as currency,
    case when valued.source = '' then $source else valued.source end as source,
    case when valued.medium = '' then $medium else valued.medium end as medium,
    valued.campaign,
    valued.keyword,
    valued.manager,
    valued.status,
    valued.location,
    cast($includes_vat as boolean) as includes_vat,
    valued.line
from valued
order by valued.line;
