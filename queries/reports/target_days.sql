-- How many leads were known to be on target or not on each day, and how many of them were.
--
-- grain:   day
-- params:  date_from date, date_to date
-- returns: day date, leads_marked int, target_leads int

select
    funnel.day,
    sum(funnel.leads_marked) as leads_marked,
    sum(funnel.target_leads) as target_leads
from funnel_day as funnel
where
    funnel.day between $date_from and $date_to
    and funnel.leads_marked > 0
group by
    funnel.day
order by
    funnel.day
