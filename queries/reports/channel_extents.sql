-- Between which days each channel ever brought something, and on how many of them.
--
-- grain:   channel
-- params:  none
-- returns: channel text, first_day date, last_day date, days int

select
    funnel.channel,
    min(funnel.day) as first_day,
    max(funnel.day) as last_day,
    count(distinct funnel.day) as days
from funnel_day as funnel
where
    funnel.calls + funnel.forms + funnel.leads + funnel.orders > 0
    or funnel.revenue > 0
group by funnel.channel
order by funnel.channel
