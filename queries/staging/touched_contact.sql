-- All contacts of the persons concerned, on whatever day, numbered in the order they happened; `minute` is of the day.
--
-- grain:   person, place
-- params:  none
-- returns: person text, place int, way text, platform text, account text, contact_id text, day date, minute int,
--          answered boolean, talk_seconds int, target boolean, source text, medium text, campaign text, product text

select
    contact.person,
    row_number() over (
        partition by contact.person
        order by contact.happened, contact.way, contact.platform, contact.account, contact.contact_id
    ) as place,
    contact.way,
    contact.platform,
    contact.account,
    contact.contact_id,
    contact.day,
    date_diff('minute', cast(contact.day as timestamp), contact.happened) as minute,
    contact.answered,
    contact.talk_seconds,
    contact.target,
    contact.source,
    contact.medium,
    coalesce(campaign_alias.campaign, contact.campaign) as campaign,
    contact.product
from contact
inner join touched_person
    on contact.person = touched_person.person
left join campaign_alias
    on lower(contact.campaign) = campaign_alias.text
