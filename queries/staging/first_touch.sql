-- The first contact with a source of its own within the window before each order, where the rule of its day asks for
-- it.
--
-- grain:   platform, account, order_id
-- params:  none
-- returns: platform text, account text, order_id text, channel text, campaign text

select
    ranked.platform,
    ranked.account,
    ranked.order_id,
    ranked.channel,
    ranked.campaign
from (
    select
        order_history.platform,
        order_history.account,
        order_history.order_id,
        lead_contact.channel,
        lead_contact.campaign,
        row_number() over (
            partition by order_history.platform, order_history.account, order_history.order_id
            order by lead_contact.place
        ) as rank
    from order_history
    left join era_day
        on order_history.sold_day = era_day.day
    inner join era_rule
        on coalesce(era_day.era, 0) = era_rule.era
    inner join lead_contact
        on order_history.person = lead_contact.person
    where
        era_rule.attribution_rule = 'first_touch'
        and lead_contact.touch = 2
        and lead_contact.day <= order_history.sold_day
        and date_diff('day', lead_contact.day, order_history.sold_day) <= era_rule.attribution_window_days
) as ranked
where ranked.rank = 1
