-- The tables that the reader of a file has filled.
--
-- grain:   table_name
-- returns: table_name text

select table_name
from duckdb_tables()
where database_name = 'reading'
order by table_name
