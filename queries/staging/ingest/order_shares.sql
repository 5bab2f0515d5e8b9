-- Orders that state one total for all their rows: the total, and each row's weight in it (price × quantity).
--
-- grain:   line
-- returns: temp table order_shares: the rows' own columns, the order's total, refund and weight, each row's weight

create or replace temp table order_shares as
with ordered as (
    select
        order_lines.*,
        greatest(coalesce(order_lines.priced, 0), 0) as weight,
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
        ordered.*,
        sum(ordered.weight) over (partition by ordered.order_id) as whole_weight,
        row_number() over (partition by ordered.order_id order by ordered.line) as item,
        row_number() over (partition by ordered.order_id order by ordered.weight desc, ordered.line) as by_weight
    from ordered
)
select
    weighed.*,
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
