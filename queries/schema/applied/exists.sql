-- Whether a database has had any migration at all.
--
-- grain:   one row
-- returns: is_there bool

select count(*) > 0 as is_there
from duckdb_tables()
where database_name = current_database() and table_name = 'schema_version'
