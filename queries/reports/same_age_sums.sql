-- What the leads of both periods had brought by a certain day each.
--
-- grain:   one row
-- params:  now_from date, now_to date, now_until date, then_from date, then_to date, then_until date
-- returns: revenue_now money, revenue_then money

select
    coalesce(
        sum(lag.revenue) filter (where lag.lead_day between $now_from and $now_to and lag.sold_day <= $now_until), 0
    ) as revenue_now,
    coalesce(
        sum(lag.revenue) filter (where lag.lead_day between $then_from and $then_to and lag.sold_day <= $then_until), 0
    ) as revenue_then
from lag_day as lag
where
    lag.lead_day between $now_from and $now_to
    or lag.lead_day between $then_from and $then_to
