-- What the leads of these days had brought by a certain day.
--
-- grain:   one row
-- params:  date_from date, date_to date, visible_until date
-- returns: orders int, revenue money

select
    coalesce(sum(lag.orders), 0) as orders,
    coalesce(sum(lag.revenue), 0) as revenue
from lag_day as lag
where
    lag.lead_day between $date_from and $date_to
    and lag.sold_day <= $visible_until
