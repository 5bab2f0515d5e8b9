-- Values of some kinds of series that touch the days asked for.
--
-- grain:   kind, name, place, day
-- params:  kinds text[], date_from date, date_to date
-- returns: kind text, name text, place text, day date, day_to date, value money

select
    span.kind,
    span.name,
    span.place,
    span.day,
    span.day_to,
    span.value
from series_span as span
where
    list_contains($kinds, span.kind)
    and span.day <= $date_to
    and span.day_to >= $date_from
order by
    span.kind,
    span.name,
    span.place,
    span.day
