-- The account that stands for an unknown one: the only one of its platform in the store.
--
-- grain: platform

create or replace temp table only_account as
select
    platform,
    min(account) as account
from raw_ad_day
where live
group by platform
having min(account) = max(account) and min(account) <> ''
