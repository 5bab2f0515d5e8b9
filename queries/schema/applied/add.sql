-- Notes that a migration has been applied.
--
-- params: number int, name text, applied_at timestamp

insert into schema_version (number, name, applied_at)
values ($number, $name, $applied_at)
