-- Sheets that are refreshed: what was agreed about each, when it is due, who refreshes it now, and what came of it.
-- Here, not in the client's namespace: a refresh that found the client busy is noted too, and all servers see who
-- has it.
-- Moments as in 0001. Portable between SQLite and PostgreSQL.

create table sources (
    id text primary key,
    client text not null references clients (slug),
    document text not null, -- Google's id of the document
    tab integer not null, -- Google's number of the tab
    agreed text not null, -- JSON: titles, headers, format, rows and what was decided, as a person agreed to them
    schedule text not null, -- hand, hourly, or daily HH:MM of the client's time
    added_at text not null,
    added_by text not null,
    removed_at text,
    next_at text, -- null: by hand
    held_by text, -- who refreshes it now, and until when nobody else may
    held_until text
);

create index sources_client on sources (client);

create table refreshes (
    id text primary key,
    source text not null references sources (id),
    started_at text not null,
    ended_at text not null,
    outcome text not null,
    rows_read integer not null,
    units_new integer not null,
    units_replaced integer not null,
    import_id integer not null,
    started_by text not null,
    messages text not null -- JSON: a list of phrases
);

create index refreshes_source on refreshes (source, started_at);
