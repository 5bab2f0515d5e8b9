-- How many live rows have amounts that may be in the client's own currency.
--
-- grain:   one row
-- returns: amounts int

select sum(counted.amounts) as amounts
from (
    select count(*) as amounts
    from raw_ad_day
    where raw_ad_day.live
    union all
    select count(*) as amounts
    from raw_sales
    where raw_sales.live
    union all
    select count(*) as amounts
    from raw_leads
    where
        raw_leads.live
        and raw_leads.amount is not null
    union all
    select count(*) as amounts
    from raw_plan
    where raw_plan.live
) as counted
