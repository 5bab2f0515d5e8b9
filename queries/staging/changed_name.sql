-- The names that mean something else than when the marts were last built, as rows may write them: a row with a number
-- or an older name of a campaign is shown, and decided about, under the campaign's newest name.
--
-- grain:   kind, text
-- params:  none
-- returns: kind text, text text

with
changed as (
    (
        select
            name_now.kind,
            name_now.channel,
            name_now.text,
            name_now.meaning
        from name_now
        except
        select
            name_built.kind,
            name_built.channel,
            name_built.text,
            name_built.meaning
        from name_built
    )
    union
    (
        select
            name_built.kind,
            name_built.channel,
            name_built.text,
            name_built.meaning
        from name_built
        except
        select
            name_now.kind,
            name_now.channel,
            name_now.text,
            name_now.meaning
        from name_now
    )
)

select
    changed.kind,
    changed.text
from changed
union
select
    changed.kind,
    campaign_alias.text
from changed
inner join campaign_alias
    on changed.text = lower(campaign_alias.campaign)
where changed.kind = 'campaign'
