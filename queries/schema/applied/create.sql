-- Which migrations a database has had.

create table if not exists schema_version (
    number integer primary key,
    name text not null,
    applied_at timestamp not null
)
