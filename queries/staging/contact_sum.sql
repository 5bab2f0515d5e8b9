-- Calls and forms of the days to rebuild, each by its own source. A lead known only from its deal counts as one form. A
-- call outside the working hours is not one that was missed.
--
-- grain:   day, channel, campaign, product
-- params:  none
-- returns: day date, channel text, campaign text, product text, calls int, calls_off_hours int,
--          calls_missed int, forms int

select
    counted.day,
    counted.channel,
    counted.campaign,
    counted.product,
    sum(counted.calls) as calls,
    sum(counted.calls_off_hours) as calls_off_hours,
    sum(counted.calls_missed) as calls_missed,
    sum(counted.forms) as forms
from (
    select
        lead_contact.day,
        lead_contact.channel,
        lead_contact.campaign,
        case
            when lead.product <> '' then lead.product
            else coalesce(campaign_product.product, '')
        end as product,
        case when lead_contact.way = 'call' then 1 else 0 end as calls,
        lead_contact.off_hours as calls_off_hours,
        case
            when lead_contact.way = 'call' and lead_contact.off_hours = 0 and not lead_contact.answered then 1
            else 0
        end as calls_missed,
        case
            when lead_contact.way in ('form', 'chat') then 1
            when
                lead_contact.way = 'deal'
                and lead.calls = 0
                and lead.forms = 0
                and row_number() over (
                    partition by lead_contact.person, lead_contact.lead_number
                    order by lead_contact.place
                ) = 1
                then 1
            else 0
        end as forms
    from lead_contact
    inner join lead
        on
            lead_contact.person = lead.person
            and lead_contact.lead_number = lead.lead_number
    left join campaign_product
        on lead_contact.campaign = campaign_product.campaign
) as counted
inner join touched_day
    on counted.day = touched_day.day
where counted.calls + counted.forms > 0
group by
    counted.day,
    counted.channel,
    counted.campaign,
    counted.product
