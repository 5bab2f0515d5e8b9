-- What was spent and sold in other currencies than the client's, in their own and as converted, in both periods.
--
-- grain:   is_now, kind, channel, currency
-- params:  now_from date, now_to date, then_from date, then_to date
-- returns: is_now bool, kind text, channel text, currency text, amount money, converted money

select
    foreign_day.day >= $now_from as is_now,
    foreign_day.kind,
    foreign_day.channel,
    foreign_day.currency,
    sum(foreign_day.amount) as amount,
    sum(foreign_day.converted) as converted
from foreign_day
where
    foreign_day.day between $now_from and $now_to
    or foreign_day.day between $then_from and $then_to
group by
    foreign_day.day >= $now_from,
    foreign_day.kind,
    foreign_day.channel,
    foreign_day.currency
order by
    is_now,
    foreign_day.kind,
    foreign_day.currency,
    foreign_day.channel
