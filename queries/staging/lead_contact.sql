-- Contacts with their channel and the lead they belong to: a contact within the window after the person's previous one
-- belongs to the same lead. `touch` is 2 for a source of its own, 1 for direct, 0 for none. The channel is told by the
-- campaign's name as found; the campaign is what a person decided that this name means there. The window, the hours and
-- the rule for a target lead are those of the contact's day.
--
-- grain:   person, place
-- params:  none
-- returns: person text, place int, lead_number int, way text, day date, answered boolean, off_hours int,
--          target boolean, long_talk int, target_form int, channel text, touch int, campaign text, product text

select
    gap.person,
    gap.place,
    sum(
        case
            when gap.previous_day is null then 1
            when date_diff('day', gap.previous_day, gap.day) > era_rule.lead_window_days then 1
            else 0
        end
    ) over (
        partition by gap.person
        order by gap.place
        rows between unbounded preceding and current row
    ) as lead_number,
    gap.way,
    gap.day,
    gap.answered,
    case when gap.way = 'call' and open_hour.era is null then 1 else 0 end as off_hours,
    gap.target,
    case
        when gap.way = 'call' and gap.answered and gap.talk_seconds >= era_rule.target_talk_seconds then 1
        else 0
    end as long_talk,
    case when gap.way in ('form', 'chat') and era_rule.target_forms then 1 else 0 end as target_form,
    traffic_channel.channel,
    traffic_channel.touch,
    coalesce(name_now.meaning, gap.campaign) as campaign,
    coalesce(product_name.name, '') as product
from (
    select
        touched_contact.person,
        touched_contact.place,
        touched_contact.way,
        touched_contact.day,
        touched_contact.minute,
        touched_contact.answered,
        touched_contact.talk_seconds,
        touched_contact.target,
        touched_contact.source,
        touched_contact.medium,
        touched_contact.campaign,
        touched_contact.product,
        lag(touched_contact.day) over (
            partition by touched_contact.person
            order by touched_contact.place
        ) as previous_day
    from touched_contact
) as gap
inner join traffic_channel
    on
        gap.source = traffic_channel.source
        and gap.medium = traffic_channel.medium
        and gap.campaign = traffic_channel.campaign
left join era_day
    on gap.day = era_day.day
inner join era_rule
    on coalesce(era_day.era, 0) = era_rule.era
left join calendar
    on gap.day = calendar.day
left join open_hour
    on
        era_rule.era = open_hour.era
        and calendar.weekday = open_hour.weekday
        and gap.minute >= open_hour.opens
        and gap.minute < open_hour.closes
left join name_now
    on
        name_now.kind = 'campaign'
        and traffic_channel.channel = name_now.channel
        and lower(gap.campaign) = name_now.text
left join product_name
    on gap.product = product_name.product
