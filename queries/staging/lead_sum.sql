-- Leads of the days to rebuild, on the day of their first contact.
--
-- grain:   day, channel, campaign, product
-- params:  none
-- returns: day date, channel text, campaign text, product text, leads int, leads_answered int, leads_marked int,
--          target_leads int

select
    lead.day,
    lead.channel,
    lead.campaign,
    lead.product,
    count(*) as leads,
    sum(lead.answered) as leads_answered,
    sum(lead.marked) as leads_marked,
    sum(lead.target) as target_leads
from lead
inner join touched_day
    on lead.day = touched_day.day
group by
    lead.day,
    lead.channel,
    lead.campaign,
    lead.product
