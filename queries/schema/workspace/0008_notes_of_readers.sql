-- Whether whoever holds a link may write the client's own note on a month. Portable between SQLite and PostgreSQL.

alter table links add column writes_notes integer not null default 0;
