-- What was spent and sold in other currencies than the client's, in their own and as converted.
--
-- grain:   kind, channel, currency
-- params:  date_from date, date_to date
-- returns: kind text, channel text, currency text, amount money, converted money

select
    foreign_day.kind,
    foreign_day.channel,
    foreign_day.currency,
    sum(foreign_day.amount) as amount,
    sum(foreign_day.converted) as converted
from foreign_day
where foreign_day.day between $date_from and $date_to
group by
    foreign_day.kind,
    foreign_day.channel,
    foreign_day.currency
order by
    foreign_day.kind,
    foreign_day.currency,
    foreign_day.channel
