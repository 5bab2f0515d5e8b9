-- What goods that were never advertised brought, by day; no rows where some spend names no product, since any of them
-- may then have been advertised.
--
-- grain:   day
-- params:  date_from date, date_to date
-- returns: day date, orders int, revenue money, refunds money

with advertised as (
    select funnel.product
    from funnel_day as funnel
    where funnel.spend > 0
    group by funnel.product
)

select
    sold.day,
    sum(sold.orders) as orders,
    sum(sold.revenue) as revenue,
    sum(sold.refunds) as refunds
from funnel_day as sold
left join advertised on sold.product = advertised.product
where
    sold.day between $date_from and $date_to
    and sold.product != ''
    and advertised.product is null
    and not exists (
        select blank.product
        from advertised as blank
        where blank.product = ''
    )
group by sold.day
order by sold.day
