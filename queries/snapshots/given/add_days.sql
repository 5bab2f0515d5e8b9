-- One run of the days that a reader was given.
--
-- params: first_day date, last_day date

insert into given_days (first_day, last_day)
values ($first_day, $last_day)
