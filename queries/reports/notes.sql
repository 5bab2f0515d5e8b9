-- What was written about these months.
--
-- grain:   month, author
-- params:  month_from date, month_to date
-- returns: month date, author text, text text, next_steps text

select
    note.month,
    note.author,
    note.text,
    note.next_steps
from note_month as note
where note.month between $month_from and $month_to
order by
    note.month,
    note.author
