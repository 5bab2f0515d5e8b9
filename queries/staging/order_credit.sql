-- Which source each order is credited to, and by which rule: its own; the last or the first touch with a source within
-- the window, before its own or after it as the rule of its day says; direct; none. Also the day of the lead behind it,
-- what that lead was about, and whether it was bought by phone: the order says so, or does not say where it was bought
-- and its lead had a call and no form.
--
-- grain:   platform, account, order_id
-- params:  no_source text, direct text
-- returns: platform text, account text, order_id text, sold_day date, lead_day date, channel text, campaign text,
--          product text, rule text, way text

select
    decided.platform,
    decided.account,
    decided.order_id,
    decided.sold_day,
    decided.lead_day,
    case
        when decided.rule = 'own' then decided.own_channel
        when decided.rule = 'last_touch' then decided.touch_channel
        when decided.rule = 'first_touch' then decided.first_channel
        when decided.rule = 'direct' then $direct
        else $no_source
    end as channel,
    case
        when decided.rule = 'own' then decided.own_campaign
        when decided.rule = 'last_touch' then decided.touch_campaign
        when decided.rule = 'first_touch' then decided.first_campaign
        else ''
    end as campaign,
    decided.product,
    decided.rule,
    decided.way
from (
    select
        order_history.platform,
        order_history.account,
        order_history.order_id,
        order_history.sold_day,
        coalesce(
            lead.day,
            case
                when order_history.lead_created_day <= order_history.sold_day then order_history.lead_created_day
            end,
            order_history.sold_day
        ) as lead_day,
        order_source.channel as own_channel,
        order_source.campaign as own_campaign,
        touch.channel as touch_channel,
        touch.campaign as touch_campaign,
        first_touch.channel as first_channel,
        first_touch.campaign as first_campaign,
        coalesce(lead.product, '') as product,
        case
            when order_source.touch = 2 and era_rule.attribution_rule in ('own_or_last_touch', 'own_only') then 'own'
            when first_touch.order_id is not null then 'first_touch'
            when
                era_rule.attribution_rule in ('own_or_last_touch', 'last_touch')
                and date_diff('day', touch.day, order_history.sold_day) <= era_rule.attribution_window_days
                then 'last_touch'
            when order_source.touch = 2 then 'own'
            when order_source.touch = 1 then 'direct'
            when
                era_rule.attribution_rule <> 'own_only'
                and date_diff('day', order_history.direct_day, order_history.sold_day)
                <= era_rule.attribution_window_days
                then 'direct'
            else 'none'
        end as rule,
        case
            when order_history.way = 'other' and lead.calls > 0 and lead.forms = 0 then 'phone'
            else order_history.way
        end as way
    from order_history
    inner join order_source
        on
            order_history.platform = order_source.platform
            and order_history.account = order_source.account
            and order_history.order_id = order_source.order_id
    left join era_day
        on order_history.sold_day = era_day.day
    inner join era_rule
        on coalesce(era_day.era, 0) = era_rule.era
    left join first_touch
        on
            order_history.platform = first_touch.platform
            and order_history.account = first_touch.account
            and order_history.order_id = first_touch.order_id
    left join lead_contact as touch
        on
            order_history.person = touch.person
            and order_history.touch_place = touch.place
    left join lead
        on
            order_history.person = lead.person
            and order_history.lead_number = lead.lead_number
) as decided
