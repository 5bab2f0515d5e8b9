-- What the decided names mean now: a campaign that was renamed since is meant under its newest name.
--
-- grain:   kind, channel, text
-- params:  none
-- returns: kind text, channel text, text text, meaning text

select
    decided.kind,
    decided.channel,
    decided.text,
    min(
        case
            when decided.kind = 'campaign' then coalesce(campaign_alias.campaign, decided.meaning)
            else decided.meaning
        end
    ) as meaning
from (
    select
        name_decisions.kind,
        name_decisions.channel,
        lower(name_decisions.name) as text,
        name_decisions.meaning
    from name_decisions
    where
        name_decisions.withdrawn_at is null
        and name_decisions.meaning <> ''
) as decided
left join campaign_alias
    on lower(decided.meaning) = campaign_alias.text
group by
    decided.kind,
    decided.channel,
    decided.text
