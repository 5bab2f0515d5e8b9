-- What was spent and sold in other currencies than the client's in two periods, in their own money and as converted;
-- what no rate converted has no channel and stands in no figure.
--
-- grain:   kind, channel, currency, has_rate
-- params:  now_from date, now_to date, then_from date, then_to date
-- returns: kind text, channel text, currency text, has_rate bool, own_now money, converted_now money,
--          own_then money, converted_then money

select
    moved.kind,
    moved.channel,
    moved.currency,
    moved.has_rate,
    sum(case when moved.day between $now_from and $now_to then moved.amount else 0 end) as own_now,
    sum(case when moved.day between $now_from and $now_to then moved.converted else 0 end) as converted_now,
    sum(case when moved.day between $then_from and $then_to then moved.amount else 0 end) as own_then,
    sum(case when moved.day between $then_from and $then_to then moved.converted else 0 end) as converted_then
from (
    select
        foreign_day.day,
        foreign_day.kind,
        foreign_day.channel,
        foreign_day.currency,
        true as has_rate,
        foreign_day.amount,
        foreign_day.converted
    from foreign_day
    union all
    select
        unconverted_day.day,
        unconverted_day.kind,
        '' as channel,
        unconverted_day.currency,
        false as has_rate,
        unconverted_day.amount,
        0 as converted
    from unconverted_day
) as moved
where
    moved.day between $now_from and $now_to
    or moved.day between $then_from and $then_to
group by
    moved.kind,
    moved.channel,
    moved.currency,
    moved.has_rate
order by
    moved.kind,
    moved.currency,
    moved.channel,
    moved.has_rate
