-- Every row of a list of events, with what is wrong with it in `fault` (null: nothing).
--
-- grain:   line
-- params:  zone text
-- returns: table events: the canonical columns, line, fault

create table events as
select
    day_of(cells.day, $zone) as day,
    greatest(coalesce(day_of(cells.day_to, $zone), day_of(cells.day, $zone)), day_of(cells.day, $zone)) as day_to,
    text_of(cells.what) as what,
    without_contacts(text_of(cells.text)) as text,
    cells.line,
    case
        when cells.odd then 'odd'
        when day_of(cells.day, $zone) is null then 'day'
        when day_of(cells.day_to, $zone) is null and not is_blank(cells.day_to) then 'day'
        when regexp_matches(lower(text_of(cells.text)), '^(example|пример)\s*:') then 'example'
        when text_of(cells.what) = '' and text_of(cells.text) = '' then 'text'
    end as fault
from cells;
