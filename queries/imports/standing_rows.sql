-- Whether the store has live rows that the file may meet.
--
-- grain:   one row
-- names:   stored, scope, dated_by
-- params:  first_day date, last_day date
-- returns: meets bool

select count(*) > 0 as meets
from (
    select line
    from stored
    semi join scopes using (scope)
    where live and cast(dated_by as date) between $first_day and $last_day
    limit 1
)
