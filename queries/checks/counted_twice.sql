-- Campaigns of a file that would be counted twice: a sum for several days, in the file or in the store, beside rows of
-- the same days under another unit.
--
-- grain:   one row
-- returns: campaign_count int, campaign text, first_day date, last_day date

with pair as (
    select
        arriving.campaign,
        arriving.campaign_key,
        greatest(arriving.day, held.day) as first_day,
        least(arriving.day_to, held.day_to) as last_day
    from incoming as arriving
    inner join standing as held
        on
            arriving.platform = held.platform
            and arriving.account = held.account
            and arriving.campaign_key = held.campaign_key
            and arriving.day <> held.day
            and arriving.day <= held.day_to
            and arriving.day_to >= held.day
    where arriving.day_to > arriving.day
    union all
    select
        arriving.campaign,
        arriving.campaign_key,
        greatest(arriving.day, held.day) as first_day,
        least(arriving.day_to, held.day_to) as last_day
    from incoming as arriving
    inner join standing as held
        on
            arriving.platform = held.platform
            and arriving.account = held.account
            and arriving.campaign_key = held.campaign_key
            and arriving.day <> held.day
            and arriving.day <= held.day_to
            and arriving.day_to >= held.day
    where held.day_to > held.day
)

select
    count(distinct pair.campaign_key) as campaign_count,
    min(pair.campaign) as campaign,
    min(pair.first_day) as first_day,
    max(pair.last_day) as last_day
from pair
