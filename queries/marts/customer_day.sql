-- Orders by who bought: for the first time ever, again within 365 days, again after longer, or nobody knows who. A
-- person is who the keyed hashes of phone and e-mail say; all orders of the first day are the first. All orders of a
-- person are rebuilt when one of them changes, so an earlier one that comes later makes the others no longer the first.
--
-- grain:   day, channel, customer
-- params:  none
-- returns: day date, channel text, customer text, orders int, revenue money, refunds money, order_squares money

select
    bought.day,
    bought.channel,
    bought.customer,
    sum(bought.orders) as orders,
    sum(bought.revenue) as revenue,
    sum(bought.refunds) as refunds,
    sum(bought.square) as order_squares
from (
    select
        order_total.day,
        order_total.channel,
        case
            when
                touched_order.person
                = 'deal|' || order_total.platform || '|' || order_total.account || '|' || order_total.order_id
                then 'unknown'
            when before.day_before is null then 'new'
            when date_diff('day', before.day_before, order_total.day) <= 365 then 'recent'
            else 'former'
        end as customer,
        order_total.orders,
        order_total.revenue,
        order_total.refunds,
        order_total.square
    from order_total
    inner join touched_day
        on order_total.day = touched_day.day
    inner join touched_order
        on
            order_total.platform = touched_order.platform
            and order_total.account = touched_order.account
            and order_total.order_id = touched_order.order_id
    inner join (
        select
            bought_on.person,
            bought_on.sold_day,
            lag(bought_on.sold_day) over (partition by bought_on.person order by bought_on.sold_day) as day_before
        from (
            select distinct
                touched_order.person,
                touched_order.sold_day
            from touched_order
        ) as bought_on
    ) as before
        on
            touched_order.person = before.person
            and touched_order.sold_day = before.sold_day
) as bought
group by
    bought.day,
    bought.channel,
    bought.customer
