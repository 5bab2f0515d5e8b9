-- Callers within the working hours and those never spoken to, and first answers to forms and deals.
--
-- grain:   channel
-- params:  date_from date, date_to date
-- returns: channel text, callers int, callers_lost int, timed int, timed_within_hour int

select
    answers.channel,
    sum(answers.callers) as callers,
    sum(answers.callers_lost) as callers_lost,
    sum(answers.timed) as timed,
    sum(answers.timed_within_hour) as timed_within_hour
from answer_day as answers
where answers.day between $date_from and $date_to
group by answers.channel
order by answers.channel
