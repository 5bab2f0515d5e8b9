-- Amounts in another currency on days without a rate: they stand in no figure.
--
-- grain:   kind, currency
-- params:  date_from date, date_to date
-- returns: kind text, currency text, amount money, day_count int

select
    unconverted.kind,
    unconverted.currency,
    sum(unconverted.amount) as amount,
    count(distinct unconverted.day) as day_count
from unconverted_day as unconverted
where unconverted.day between $date_from and $date_to
group by
    unconverted.kind,
    unconverted.currency
order by
    unconverted.kind,
    unconverted.currency
