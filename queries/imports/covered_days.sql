-- The days that the ads of a source have rows for, before a change and after it. A row of several days covers them all.
--
-- grain:   platform, account, first_day, last_day
-- returns: platform text, account text, first_day date, last_day date, before bool, after bool

with covered as (
    select
        platform,
        account,
        day,
        day_to,
        true as before,
        false as after
    from standing
    union all
    select
        platform,
        account,
        day,
        day_to,
        false as before,
        true as after
    from standing
    anti join leaving using (stored_row)
    union all
    select
        platform,
        account,
        day,
        day_to,
        false as before,
        true as after
    from changing
)

select
    platform,
    account,
    day as first_day,
    day_to as last_day,
    bool_or(before) as before,
    bool_or(after) as after
from covered
group by
    platform,
    account,
    day,
    day_to
