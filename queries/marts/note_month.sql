-- The agency's note on a month.
--
-- grain:   month, author
-- params:  none
-- returns: month date, author text, text text, next_steps text

select
    ranked.month,
    ranked.author,
    ranked.text,
    ranked.next_steps
from (
    select
        raw_notes.month,
        raw_notes.author,
        raw_notes.text,
        raw_notes.next_steps,
        row_number() over (
            partition by raw_notes.month, raw_notes.author
            order by raw_notes.import_id desc, raw_notes.line desc
        ) as place
    from raw_notes
    where raw_notes.live
) as ranked
where ranked.place = 1
