-- The plan as agreed last, and as agreed first.
--
-- grain:   month, channel, measure
-- params:  none
-- returns: month date, channel text, measure text, value money, first_value money, agreements int

select
    ranked.month,
    ranked.channel,
    ranked.measure,
    max(case when ranked.from_newest = 1 then ranked.value end) as value,
    max(case when ranked.from_oldest = 1 then ranked.value end) as first_value,
    count(*) as agreements
from (
    select
        raw_plan.month,
        raw_plan.channel,
        raw_plan.measure,
        raw_plan.value,
        row_number() over (
            partition by raw_plan.month, raw_plan.channel, raw_plan.measure
            order by raw_plan.agreed_on desc, raw_plan.import_id desc, raw_plan.line desc
        ) as from_newest,
        row_number() over (
            partition by raw_plan.month, raw_plan.channel, raw_plan.measure
            order by raw_plan.agreed_on, raw_plan.import_id, raw_plan.line
        ) as from_oldest
    from raw_plan
    where raw_plan.live
) as ranked
group by
    ranked.month,
    ranked.channel,
    ranked.measure
