-- What an import came to, which units it only confirmed, and how many times the store has changed.

alter table imports add column status text default 'imported';

-- grain: table_name, unit_key, import_id (units that a file carried word for word as the store had them: their rows are
-- those of the import `rows_of`, and they stand as long as either import stands; 0: the file has none, such as a sale
-- of a deal that is no longer won)
create table raw_confirmed (
    table_name text not null,
    unit_key text not null,
    import_id integer not null,
    rows_of integer not null
);

-- grain: one row (every change adds one; the snapshot of that number shows it)
create table store_state (
    data_version integer not null
);

insert into store_state (data_version) values (0);
