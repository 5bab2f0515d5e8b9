-- The runs of days that totals without a day column cover, of the campaigns in an import, live or replaced.
--
-- grain:   first_day, last_day
-- params:  import_id int
-- returns: first_day date, last_day date

select distinct
    period.day as first_day,
    period.day_to as last_day
from raw_ad_day as period
inner join raw_ad_day as own
    on
        period.day = own.day
        and period.platform = own.platform
        and period.account = own.account
        and period.campaign_key = own.campaign_key
where
    own.import_id = $import_id
    and period.day_to > period.day
