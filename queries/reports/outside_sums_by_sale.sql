-- What each channel sold outside of what is alike, on the day of the sale: in the
-- places named, and in all others of the goods named.
--
-- grain:   channel, line
-- params:  date_from date, date_to date, opened text[], closed text[], new_goods text[], ended_goods text[]
-- returns: channel text, line text, orders int, revenue money, refunds money, cogs money, refunded_cogs money,
--          revenue_without_cost money, order_squares money

select
    told.channel,
    told.line,
    sum(told.orders) as orders,
    sum(told.revenue) as revenue,
    sum(told.refunds) as refunds,
    sum(told.cogs) as cogs,
    sum(told.refunded_cogs) as refunded_cogs,
    sum(told.revenue_without_cost) as revenue_without_cost,
    sum(told.order_squares) as order_squares
from (
    select
        funnel.channel,
        funnel.orders,
        funnel.revenue,
        funnel.refunds,
        funnel.cogs,
        funnel.refunded_cogs,
        funnel.revenue_without_cost,
        funnel.order_squares,
        case
            when list_contains($opened, funnel.location) then 'opened'
            when list_contains($closed, funnel.location) then 'closed'
            when list_contains($new_goods, funnel.product) then 'new_goods'
            when list_contains($ended_goods, funnel.product) then 'ended_goods'
            else ''
        end as line
    from funnel_day as funnel
    where
        funnel.day between $date_from and $date_to
        and (funnel.orders <> 0 or funnel.revenue <> 0 or funnel.refunds <> 0)
) as told
where told.line <> ''
group by
    told.channel,
    told.line
order by
    told.channel,
    told.line
