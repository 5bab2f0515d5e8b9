-- Orders that state one total for all their rows: the total, and each row's weight in it (its sum, or
-- price × quantity).
--
-- grain:   line
-- returns: temp table order_shares: the rows' own columns, the order's total, refund and weight, each row's weight

create or replace temp table order_shares as
with ordered as (
    select
        order_lines.line,
        order_lines.order_id,
        order_lines.sold,
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
        order_lines.fault,
        greatest(coalesce(order_lines.revenue, order_lines.priced, 0), 0) as weight,
        first_value(order_lines.order_total ignore nulls) over whole_order as stated_total,
        first_value(order_lines.order_refunded ignore nulls) over whole_order as stated_refund,
        first_value(order_lines.paid ignore nulls) over whole_order as whole_paid,
        first_value(order_lines.way ignore nulls) over whole_order as whole_way,
        first_value(order_lines.phone_hash ignore nulls) over whole_order as whole_phone,
        first_value(order_lines.email_hash ignore nulls) over whole_order as whole_email,
        first_value(order_lines.currency ignore nulls) over whole_order as whole_currency,
        first_value(order_lines.refunded_at ignore nulls) over whole_order as whole_refunded_at,
        max(order_lines.status) over whole_order as whole_status,
        max(order_lines.source) over whole_order as whole_source,
        max(order_lines.medium) over whole_order as whole_medium,
        max(order_lines.campaign) over whole_order as whole_campaign,
        max(order_lines.keyword) over whole_order as whole_keyword
    from order_lines
    where order_lines.fault is null
    window whole_order as (
        partition by order_lines.order_id
        order by order_lines.line
        rows between unbounded preceding and unbounded following
    )
),

weighed as (
    select
        ordered.line,
        ordered.order_id,
        ordered.sold,
        ordered.lead_created,
        ordered.refunded_at,
        ordered.status,
        ordered.paid,
        ordered.product,
        ordered.quantity,
        ordered.priced,
        ordered.revenue,
        ordered.order_total,
        ordered.refunded,
        ordered.order_refunded,
        ordered.cost,
        ordered.way,
        ordered.phone_hash,
        ordered.email_hash,
        ordered.currency,
        ordered.source,
        ordered.medium,
        ordered.campaign,
        ordered.keyword,
        ordered.manager,
        ordered.fault,
        ordered.weight,
        ordered.stated_total,
        ordered.stated_refund,
        ordered.whole_paid,
        ordered.whole_way,
        ordered.whole_phone,
        ordered.whole_email,
        ordered.whole_currency,
        ordered.whole_refunded_at,
        ordered.whole_status,
        ordered.whole_source,
        ordered.whole_medium,
        ordered.whole_campaign,
        ordered.whole_keyword,
        sum(ordered.weight) over (partition by ordered.order_id) as whole_weight,
        row_number() over (partition by ordered.order_id order by ordered.line) as item,
        row_number() over (partition by ordered.order_id order by ordered.weight desc, ordered.line asc) as by_weight
    from ordered
)

select
    weighed.line,
    weighed.order_id,
    weighed.sold,
    weighed.lead_created,
    weighed.refunded_at,
    weighed.status,
    weighed.paid,
    weighed.product,
    weighed.quantity,
    weighed.priced,
    weighed.revenue,
    weighed.order_total,
    weighed.refunded,
    weighed.order_refunded,
    weighed.cost,
    weighed.way,
    weighed.phone_hash,
    weighed.email_hash,
    weighed.currency,
    weighed.source,
    weighed.medium,
    weighed.campaign,
    weighed.keyword,
    weighed.manager,
    weighed.fault,
    weighed.weight,
    weighed.stated_total,
    weighed.stated_refund,
    weighed.whole_paid,
    weighed.whole_way,
    weighed.whole_phone,
    weighed.whole_email,
    weighed.whole_currency,
    weighed.whole_refunded_at,
    weighed.whole_status,
    weighed.whole_source,
    weighed.whole_medium,
    weighed.whole_campaign,
    weighed.whole_keyword,
    weighed.whole_weight,
    weighed.item,
    weighed.by_weight,
    coalesce(weighed.stated_total, weighed.whole_weight) as whole_total,
    share_of(
        cast(coalesce(weighed.stated_total, weighed.whole_weight) as decimal(18, 4)),
        cast(weighed.weight as decimal(18, 4)),
        cast(weighed.whole_weight as decimal(18, 4))
    ) as revenue_share,
    share_of(
        cast(coalesce(weighed.stated_refund, 0) as decimal(18, 4)),
        cast(weighed.weight as decimal(18, 4)),
        cast(weighed.whole_weight as decimal(18, 4))
    ) as refund_share
from weighed;
