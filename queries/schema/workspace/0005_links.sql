-- What a shared link may be held to: days, a password, a number of opens; who made it; and an address that can be
-- replaced without the link being made anew. What the agency is called, and whom its readers ask.
-- Portable between SQLite and PostgreSQL.

alter table links add column period text not null default 'free'; -- as dashboard/domain/period_policy.py writes it
alter table links add column password_hash text; -- argon2id; null: none is asked
alter table links add column most_opens integer; -- null: any number
alter table links add column made_by text not null default '';

-- Counts up when the address or the password is replaced: a session that opened an earlier one holds nothing.
alter table links add column generation integer not null default 1;
alter table session_links add column generation integer not null default 1;

create table agency (
    id integer primary key check (id = 1),
    name text not null,
    contact text not null -- one line: whom a reader asks whose link does not open
);
