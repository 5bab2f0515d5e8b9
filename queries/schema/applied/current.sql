-- The last migration that a database has had.
--
-- grain:   one row
-- returns: number int

select coalesce(max(number), 0) as number
from schema_version
