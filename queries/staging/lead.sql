-- Leads: on the day of the first contact, from the first contact that has a source of its own (else a direct one),
-- about the first product that a contact names (a deal before others), else the campaign's.
--
-- grain:   person, lead_number
-- params:  none
-- returns: person text, lead_number int, day date, channel text, campaign text, product text, calls int, forms int,
--          answered int, marked int, target int

select
    grouped.person,
    grouped.lead_number,
    grouped.day,
    grouped.channel,
    grouped.campaign,
    case
        when grouped.product <> '' then grouped.product
        else coalesce(campaign_product.product, '')
    end as product,
    grouped.calls,
    grouped.forms,
    case when grouped.calls = 0 then 1 else grouped.answered end as answered,
    -- Without a mark the client's rule decides an answered call either way, and accepts a form if it says so; of the
    -- rest nobody knows.
    case
        when grouped.marked = 1 or grouped.answered_call = 1 or grouped.target_form = 1 then 1
        else 0
    end as marked,
    case
        when grouped.marked = 1 then grouped.marked_target
        when grouped.target_form = 1 then 1
        else grouped.long_talk
    end as target
from (
    select
        ranked.person,
        ranked.lead_number,
        min(ranked.day) as day,
        max(case when ranked.source_rank = 1 then ranked.channel end) as channel,
        max(case when ranked.source_rank = 1 then ranked.campaign end) as campaign,
        max(case when ranked.product_rank = 1 then ranked.product end) as product,
        sum(case when ranked.way = 'call' then 1 else 0 end) as calls,
        sum(case when ranked.way in ('form', 'chat') then 1 else 0 end) as forms,
        max(case when ranked.answered then 1 else 0 end) as answered,
        max(case when ranked.way = 'call' and ranked.answered then 1 else 0 end) as answered_call,
        max(case when ranked.target is not null then 1 else 0 end) as marked,
        max(case when ranked.target then 1 else 0 end) as marked_target,
        max(ranked.long_talk) as long_talk,
        max(ranked.target_form) as target_form
    from (
        select
            lead_contact.person,
            lead_contact.lead_number,
            lead_contact.way,
            lead_contact.day,
            lead_contact.answered,
            lead_contact.target,
            lead_contact.long_talk,
            lead_contact.target_form,
            lead_contact.channel,
            lead_contact.campaign,
            lead_contact.product,
            row_number() over (
                partition by lead_contact.person, lead_contact.lead_number
                order by lead_contact.touch desc, lead_contact.place asc
            ) as source_rank,
            row_number() over (
                partition by lead_contact.person, lead_contact.lead_number
                order by
                    case when lead_contact.product <> '' then 0 else 1 end,
                    case when lead_contact.way = 'deal' then 0 else 1 end,
                    lead_contact.place
            ) as product_rank
        from lead_contact
    ) as ranked
    group by
        ranked.person,
        ranked.lead_number
) as grouped
left join campaign_product
    on grouped.campaign = campaign_product.campaign
