-- Who may see what: clients, shared links, one-time sign-in addresses, sessions, and the record of every change.
-- Secrets are kept as SHA-256 only; moments are UTC, as 2026-11-22T18:44:59.000000Z, so that they sort as texts.
-- Portable between SQLite and PostgreSQL.

create table schema_version (
    number integer primary key,
    applied_at text not null
);

create table clients (
    slug text primary key,
    name text not null unique,
    created_at text not null,
    archived integer not null default 0
);

create table links (
    public_id text primary key,
    secret_hash text not null unique,
    client text not null references clients (slug),
    screens text not null, -- comma-separated, in the order in which they are shown
    language text, -- null: the reader's own
    note text not null default '',
    created_at text not null,
    expires_at text not null,
    revoked_at text,
    opened_count integer not null default 0,
    last_opened text
);

create index links_client on links (client);

create table entries (
    token_hash text primary key,
    created_at text not null,
    expires_at text not null,
    used_at text
);

create table sessions (
    id_hash text primary key,
    kind text not null check (kind in ('agency', 'link')),
    created_at text not null,
    expires_at text not null
);

create index sessions_expires_at on sessions (expires_at);

-- Which links a session has opened, in the order of opening: two links in one browser do not disturb each other.
create table session_links (
    session_hash text not null references sessions (id_hash) on delete cascade,
    link text not null references links (public_id),
    opened_at text not null,
    primary key (session_hash, link)
);

create table audit (
    id text primary key,
    at text not null,
    who text not null,
    what text not null,
    client text,
    about text not null default '',
    came_from text not null default ''
);

create index audit_at on audit (at);
