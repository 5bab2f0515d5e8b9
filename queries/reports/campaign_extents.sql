-- Every campaign that cost or brought something, ever: when it had ads, and when it brought something.
--
-- grain:   channel, campaign
-- params:  none
-- returns: channel text, campaign text, spend money, leads int, orders int, revenue money, advertised int,
--          first_ad date, last_ad date, first_day date, last_day date

select
    summed.channel,
    summed.campaign,
    summed.spend,
    summed.leads,
    summed.orders,
    summed.revenue,
    summed.advertised,
    summed.first_ad,
    summed.last_ad,
    summed.first_day,
    summed.last_day
from (
    select
        marked.channel,
        marked.campaign,
        sum(marked.spend) as spend,
        sum(marked.leads) as leads,
        sum(marked.orders) as orders,
        sum(marked.revenue - marked.refunds) as revenue,
        max(marked.has_ad) as advertised,
        min(case when marked.has_ad = 1 then marked.day end) as first_ad,
        max(case when marked.has_ad = 1 then marked.day end) as last_ad,
        min(case when marked.brought = 1 then marked.day end) as first_day,
        max(case when marked.brought = 1 then marked.day end) as last_day
    from (
        select
            funnel.day,
            funnel.channel,
            funnel.campaign,
            funnel.spend,
            funnel.leads,
            funnel.orders,
            funnel.revenue,
            funnel.refunds,
            case when funnel.impressions + funnel.clicks > 0 or funnel.spend > 0 then 1 else 0 end as has_ad,
            case
                when funnel.calls + funnel.forms + funnel.leads + funnel.orders > 0 or funnel.revenue > 0 then 1
                else 0
            end as brought
        from funnel_day as funnel
        where funnel.campaign <> ''
    ) as marked
    group by
        marked.channel,
        marked.campaign
) as summed
where
    summed.advertised = 1
    or summed.last_day is not null
order by
    summed.channel,
    summed.campaign
