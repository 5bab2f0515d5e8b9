-- Whether the store has live rows that the file may meet in these days.
--
-- grain:   one row
-- names:   dated_by
-- params:  first_day date, last_day date
-- returns: meets bool

select
    exists(
        select 1
        from standing
        where cast(dated_by as date) between $first_day and $last_day
    ) as meets
