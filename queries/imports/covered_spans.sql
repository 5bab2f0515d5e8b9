-- The runs of days that the files of a source span, before a change and after it. Between the first and the last record
-- of one file a day without any is a quiet day: calls and orders come when they come.
--
-- grain:   platform, account, file, before
-- names:   dated_by, arrival
-- returns: platform text, account text, first_day date, last_day date, before bool, after bool

select
    platform,
    account,
    min(cast(dated_by as date)) as first_day,
    max(cast(dated_by as date)) as last_day,
    true as before,
    false as after
from standing
group by
    platform,
    account,
    import_id
union all
select
    platform,
    account,
    min(cast(dated_by as date)) as first_day,
    max(cast(dated_by as date)) as last_day,
    false as before,
    true as after
from standing
anti join leaving using (stored_row)
group by
    platform,
    account,
    import_id
union all
select
    platform,
    account,
    min(cast(dated_by as date)) as first_day,
    max(cast(dated_by as date)) as last_day,
    false as before,
    true as after
from changing
group by
    platform,
    account,
    arrival
