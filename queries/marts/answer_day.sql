-- Who called within the working hours and was never spoken to, and how soon forms and deals were first answered. A
-- caller is lost who was connected neither on that day nor within 24 hours, by a call either way. Times of first answer
-- are known of some sources only.
--
-- grain:   day, channel
-- params:  none
-- returns: day date, channel text, callers int, callers_lost int, timed int, timed_within_hour int

with
call_day as (
    select
        lead_contact.person,
        lead_contact.day,
        min(lead_contact.place) as first_place,
        min(touched_contact.minute) as first_minute,
        max(case when lead_contact.answered then 1 else 0 end) as answered
    from lead_contact
    inner join touched_contact
        on
            lead_contact.person = touched_contact.person
            and lead_contact.place = touched_contact.place
    inner join touched_day
        on lead_contact.day = touched_day.day
    where
        lead_contact.way = 'call'
        and lead_contact.off_hours = 0
    group by
        lead_contact.person,
        lead_contact.day
),

reached as (
    select distinct
        call_day.person,
        call_day.day
    from call_day
    inner join raw_calls
        on call_day.person = raw_calls.phone_hash
    where
        raw_calls.live
        and (raw_calls.answered or raw_calls.callback)
        and date_diff('minute', cast(call_day.day as timestamp), raw_calls.started) - call_day.first_minute
        between 0 and 1440
),

happening as (
    select
        call_day.day,
        lead_contact.channel,
        1 as callers,
        case when call_day.answered = 0 and reached.person is null then 1 else 0 end as callers_lost,
        0 as timed,
        0 as timed_within_hour
    from call_day
    inner join lead_contact
        on
            call_day.person = lead_contact.person
            and call_day.first_place = lead_contact.place
    left join reached
        on
            call_day.person = reached.person
            and call_day.day = reached.day
    union all
    select
        lead_contact.day,
        lead_contact.channel,
        0 as callers,
        0 as callers_lost,
        1 as timed,
        case when date_diff('minute', raw_leads.created, raw_leads.first_answer) <= 60 then 1 else 0 end
            as timed_within_hour
    from lead_contact
    inner join touched_contact
        on
            lead_contact.person = touched_contact.person
            and lead_contact.place = touched_contact.place
    inner join touched_day
        on lead_contact.day = touched_day.day
    inner join raw_leads
        on
            touched_contact.platform = raw_leads.platform
            and touched_contact.account = raw_leads.account
            and touched_contact.contact_id = raw_leads.lead_id
    where
        lead_contact.way <> 'call'
        and raw_leads.live
        and raw_leads.first_answer is not null
)

select
    happening.day,
    happening.channel,
    sum(happening.callers) as callers,
    sum(happening.callers_lost) as callers_lost,
    sum(happening.timed) as timed,
    sum(happening.timed_within_hour) as timed_within_hour
from happening
group by
    happening.day,
    happening.channel
