-- Which version a snapshot is, and what built it.
--
-- grain:   one row
-- returns: version int, built_at timestamp, program text, schema_version int

select
    version,
    built_at,
    program,
    schema_version
from meta
