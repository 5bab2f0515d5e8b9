-- How many rows of notes were kept, and which days they cover.
--
-- grain:   one row
-- returns: rows bigint, first_day date, last_day date

select
    count(*) as rows,
    min(notes.month) as first_day,
    max(notes.month) as last_day
from notes;
