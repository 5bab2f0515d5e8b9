-- What happened around the ads in the period: everything in the log that touches one of its days.
--
-- grain:   day, what, text
-- params:  date_from date, date_to date
-- returns: day date, day_to date, what text, text text

select
    happening.day,
    happening.day_to,
    happening.what,
    happening.text
from event_day as happening
where
    happening.day <= $date_to
    and happening.day_to >= $date_from
order by
    happening.day,
    happening.what,
    happening.text
