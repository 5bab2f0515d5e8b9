-- People of the agency: who they are, what they may, how they prove it, and the sessions that are theirs.
-- Moments as in 0001. Portable between SQLite and PostgreSQL.

create table people (
    id text primary key,
    email text not null unique, -- in lower case
    name text not null,
    role text not null check (role in ('owner', 'manager', 'analyst')),
    hears_recordings integer not null default 0,
    password_hash text, -- argon2id; null: has set none yet, or signs in with a provider
    second_factor text, -- the sealed key of the authenticator; null: none
    second_factor_step bigint, -- the last step of its clock that was used: no code is good twice
    created_at text not null,
    created_by text not null,
    ended_at text -- null: belongs to the agency
);

-- Which clients a manager or an analyst works for. Owners work for all, and have no rows.
create table person_clients (
    person text not null references people (id),
    client text not null references clients (slug),
    primary key (person, client)
);

create index person_clients_client on person_clients (client);

create table recovery_codes (
    code_hash text primary key,
    person text not null references people (id)
);

create index recovery_codes_person on recovery_codes (person);

-- What holds for the whole workspace.
create table rules (
    name text primary key,
    value text not null
);

-- A session of the agency is a person's; one from before there were people opens nothing any more.
alter table sessions add column person text references people (id);

alter table sessions add column came_from text not null default '';

alter table sessions add column agent text not null default '';

alter table sessions add column last_seen text;

create index sessions_person on sessions (person);

alter table entries add column kind text not null default 'sign_in'
check (kind in ('set_up', 'sign_in', 'invitation', 'reset', 'second_factor'));

alter table entries add column person text references people (id);

create index entries_person on entries (person);
