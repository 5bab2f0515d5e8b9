-- Keeps a version of a mapping.
--
-- params: number int, version int, name text, contents text, saved_at timestamp, saved_by text, removed bool

insert into mappings (number, version, name, contents, saved_at, saved_by, removed)
values ($number, $version, $name, $contents, $saved_at, $saved_by, $removed)
