-- The number of the next import.
--
-- grain:   one row
-- returns: import_id int

select coalesce(max(import_id), 0) + 1 as import_id
from imports
