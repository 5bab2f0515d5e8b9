-- Failed tries: at signing in, at passwords and at addresses that open nothing. Who and
-- what a line is about does not stand in it: the key is a hash of the kind, the target and the network.
-- Moments as in 0001. Portable between SQLite and PostgreSQL.

create table attempts (
    key_hash text primary key,
    level double precision not null, -- failures, less those that time has taken off by then
    noted_at text not null,
    closed_until text, -- null: never closed yet
    known_until text -- until when this network is known to the target, which was opened from it
);

create index attempts_noted_at on attempts (noted_at);
