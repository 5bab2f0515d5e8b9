-- A note for a month, as typed.
--
-- params: month date, author text, text text, next_steps text

insert into reading.notes (month, author, text, next_steps, line)
values ($month, $author, $text, $next_steps, 1)
