-- What an order says itself about where it came from: its first line with a source of its own, else a direct one.
--
-- grain:   platform, account, order_id
-- params:  none
-- returns: platform text, account text, order_id text, channel text, touch int, campaign text

select
    ranked.platform,
    ranked.account,
    ranked.order_id,
    ranked.channel,
    ranked.touch,
    coalesce(name_now.meaning, ranked.campaign) as campaign
from (
    select
        touched_line.platform,
        touched_line.account,
        touched_line.order_id,
        traffic_channel.channel,
        traffic_channel.touch,
        touched_line.campaign,
        row_number() over (
            partition by touched_line.platform, touched_line.account, touched_line.order_id
            order by traffic_channel.touch desc, touched_line.item asc
        ) as place
    from touched_line
    inner join traffic_channel
        on
            touched_line.source = traffic_channel.source
            and touched_line.medium = traffic_channel.medium
            and touched_line.campaign = traffic_channel.campaign
) as ranked
left join name_now
    on
        name_now.kind = 'campaign'
        and ranked.channel = name_now.channel
        and lower(ranked.campaign) = name_now.text
where ranked.place = 1
