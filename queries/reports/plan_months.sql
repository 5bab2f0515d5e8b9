-- The plan as agreed last, month by month; channel '' is the client as a whole.
--
-- grain:   month, channel, measure
-- params:  month_from date, month_to date
-- returns: month date, channel text, measure text, value money, first_value money, agreements int

select
    plan.month,
    plan.channel,
    plan.measure,
    plan.value,
    plan.first_value,
    plan.agreements
from plan_month as plan
where plan.month between $month_from and $month_to
order by
    plan.month,
    plan.channel,
    plan.measure
