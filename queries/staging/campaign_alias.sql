-- What calls, leads and sales may call a campaign (its number, an older name, other capitals), where it can mean only
-- one: a name in use now comes before a number or an older name, and what fits two campaigns fits none.
--
-- grain:   text
-- params:  none
-- returns: text text, campaign text

select
    ranked.text,
    min(ranked.campaign) as campaign
from (
    select
        said.text,
        said.campaign,
        said.is_old,
        min(said.is_old) over (partition by said.text) as newest
    from (
        select
            lower(campaign_now.name) as text,
            campaign_now.campaign,
            case when campaign_now.name = campaign_now.campaign then 0 else 1 end as is_old
        from campaign_now
        union
        select
            lower(campaign_now.campaign_key) as text,
            campaign_now.campaign,
            1 as is_old
        from campaign_now
    ) as said
    where said.text <> ''
) as ranked
where ranked.is_old = ranked.newest
group by ranked.text
having min(ranked.campaign) = max(ranked.campaign)
