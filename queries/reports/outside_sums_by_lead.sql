-- What each channel sold outside of what is alike, on the day of the lead (an order without one on its own): in the
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
        cohort.channel,
        cohort.orders,
        cohort.revenue,
        cohort.refunds,
        cohort.cogs,
        cohort.refunded_cogs,
        cohort.revenue_without_cost,
        cohort.order_squares,
        case
            when list_contains($opened, cohort.location) then 'opened'
            when list_contains($closed, cohort.location) then 'closed'
            when list_contains($new_goods, cohort.product) then 'new_goods'
            when list_contains($ended_goods, cohort.product) then 'ended_goods'
            else ''
        end as line
    from cohort_day as cohort
    where
        cohort.day between $date_from and $date_to
        and (cohort.orders <> 0 or cohort.revenue <> 0 or cohort.refunds <> 0)
) as told
where told.line <> ''
group by
    told.channel,
    told.line
order by
    told.channel,
    told.line
