-- What happened that a comparison must mention.
--
-- grain:   day, what, text
-- params:  none
-- returns: day date, day_to date, what text, text text

select
    raw_events.day,
    max(raw_events.day_to) as day_to,
    raw_events.what,
    raw_events.text
from raw_events
where raw_events.live
group by
    raw_events.day,
    raw_events.what,
    raw_events.text
