-- What happened that a comparison must mention, each by the agreed word for it where there is one.
--
-- grain:   day, what, text
-- params:  none
-- returns: day date, day_to date, what text, text text

select
    raw_events.day,
    max(raw_events.day_to) as day_to,
    coalesce(event_word.what, raw_events.what) as what,
    raw_events.text
from raw_events
left join event_word
    on lower(raw_events.what) = event_word.text
where raw_events.live
group by
    raw_events.day,
    coalesce(event_word.what, raw_events.what),
    raw_events.text
