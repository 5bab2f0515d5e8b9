-- Callers within the working hours and those never spoken to, and first answers to forms and deals, of both periods.
--
-- grain:   is_now, channel
-- params:  now_from date, now_to date, then_from date, then_to date
-- returns: is_now bool, channel text, callers int, callers_lost int, timed int, timed_within_hour int

select
    answers.day >= $now_from as is_now,
    answers.channel,
    sum(answers.callers) as callers,
    sum(answers.callers_lost) as callers_lost,
    sum(answers.timed) as timed,
    sum(answers.timed_within_hour) as timed_within_hour
from answer_day as answers
where
    answers.day between $now_from and $now_to
    or answers.day between $then_from and $then_to
group by
    answers.day >= $now_from,
    answers.channel
order by
    is_now,
    answers.channel
