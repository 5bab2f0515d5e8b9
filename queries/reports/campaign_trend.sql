-- Leads and spend of each campaign by day, week or month: the small line beside its name.
--
-- grain:   channel, campaign, step
-- params:  date_from date, date_to date, step text
-- returns: channel text, campaign text, step date, spend money, leads int

with steps as (
    select
        calendar.day,
        case
            when $step = 'month' then calendar.month
            when $step = 'week' then calendar.week_start
            else calendar.day
        end as step
    from calendar
    where calendar.day between $date_from and $date_to
)

select
    funnel.channel,
    funnel.campaign,
    steps.step,
    sum(funnel.spend) as spend,
    sum(funnel.leads) as leads
from funnel_day as funnel
inner join steps on funnel.day = steps.day
group by
    funnel.channel,
    funnel.campaign,
    steps.step
order by
    funnel.channel,
    funnel.campaign,
    steps.step
