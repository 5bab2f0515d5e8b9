-- The persons with something on one of the days to rebuild: a contact, a sale, the lead behind a sale, a refund.
--
-- grain:   person
-- params:  none
-- returns: person text

select distinct happening.person
from (
    select
        contact.person,
        contact.day
    from contact
    union all
    select
        paid_order.person,
        paid_order.sold_day as day
    from paid_order
    union all
    select
        paid_order.person,
        paid_order.lead_created_day as day
    from paid_order
    union all
    select
        paid_order.person,
        cast(raw_sales.refunded_at as date) as day
    from paid_order
    inner join raw_sales
        on
            paid_order.platform = raw_sales.platform
            and paid_order.account = raw_sales.account
            and paid_order.order_id = raw_sales.order_id
    where
        raw_sales.live
        and raw_sales.paid
        and raw_sales.refunded_at is not null
    union all
    select
        paid_order.person,
        booked_order.day
    from paid_order
    inner join booked_order
        on
            paid_order.platform = booked_order.platform
            and paid_order.account = booked_order.account
            and paid_order.order_id = booked_order.order_id
) as happening
inner join touched_day
    on happening.day = touched_day.day
