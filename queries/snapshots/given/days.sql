-- The days that a reader was given, one row for each run of them.

create table given_days (
    first_day date not null,
    last_day date not null
)
