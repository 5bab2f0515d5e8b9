-- Each won deal as a sale, one item per row of it.
--
-- grain:   order_id, item
-- params:  platform text, account text, includes_vat boolean
-- returns: table sales: the canonical columns, line

create table sales as
select
    cast($platform as text) as platform,
    cast($account as text) as account,
    deals.lead_id as order_id,
    cast(row_number() over (partition by deals.lead_id order by deals.line) as integer) as item,
    coalesce(deals.closed, deals.created) as sold,
    cast(null as date) as sold_to,
    true as paid,
    deals.created as lead_created,
    deals.way,
    deals.phone_hash,
    deals.email_hash,
    deals.product,
    coalesce(deals.quantity, 1) as quantity,
    coalesce(deals.amount, 0) as revenue,
    deals.cost,
    cast(0 as decimal(18, 4)) as refunded,
    cast(null as timestamp) as refunded_at,
    deals.currency,
    deals.source,
    deals.medium,
    deals.campaign,
    deals.keyword,
    deals.manager,
    deals.stage as status,
    deals.location,
    cast($includes_vat as boolean) as includes_vat,
    deals.line
from deals
where
    deals.fault is null
    and deals.status = 'won'
order by deals.line;
