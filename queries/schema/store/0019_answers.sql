-- Who was answered and how soon: the client's own part of what becomes of a lead. Marts are rebuilt after a migration.

-- grain: day, channel
create table answer_day (
    day date not null,
    channel text not null,
    callers bigint not null,
    callers_lost bigint not null,
    timed bigint not null,
    timed_within_hour bigint not null
);
