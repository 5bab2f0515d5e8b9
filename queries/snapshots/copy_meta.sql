-- Says which version a snapshot is, and what built it.
--
-- params: version int, built_at timestamp, program text, schema_version int

create table snapshot.meta as
select
    cast($version as bigint) as version,
    cast($built_at as timestamp) as built_at,
    cast($program as text) as program,
    cast($schema_version as integer) as schema_version
