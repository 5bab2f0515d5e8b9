-- Every campaign that cost or brought something in the period, and whether it ever had a row of ads, or was ever
-- named by a call, a lead or a sale.
--
-- grain:   channel, campaign
-- params:  date_from date, date_to date
-- returns: channel text, campaign text, spend money, clicks int, leads int, orders int, revenue money,
--          ever_advertised int, ever_named int

select
    summed.channel,
    summed.campaign,
    summed.spend,
    summed.clicks,
    summed.leads,
    summed.orders,
    summed.revenue,
    summed.ever_advertised,
    summed.ever_named
from (
    select
        funnel.channel,
        funnel.campaign,
        sum(case when funnel.day between $date_from and $date_to then funnel.spend else 0 end) as spend,
        sum(case when funnel.day between $date_from and $date_to then funnel.clicks else 0 end) as clicks,
        sum(case when funnel.day between $date_from and $date_to then funnel.leads else 0 end) as leads,
        sum(case when funnel.day between $date_from and $date_to then funnel.orders else 0 end) as orders,
        sum(case when funnel.day between $date_from and $date_to then funnel.revenue else 0 end) as revenue,
        max(case when funnel.impressions + funnel.clicks > 0 or funnel.spend > 0 then 1 else 0 end) as ever_advertised,
        max(
            case
                when funnel.leads + funnel.orders + funnel.calls + funnel.forms > 0 or funnel.revenue > 0 then 1
                else 0
            end
        ) as ever_named
    from funnel_day as funnel
    group by
        funnel.channel,
        funnel.campaign
) as summed
where
    summed.spend > 0
    or summed.clicks > 0
    or summed.leads > 0
    or summed.orders > 0
    or summed.revenue > 0
order by
    summed.channel,
    summed.campaign
