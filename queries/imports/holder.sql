-- The newest import in force that brought the same file.
--
-- grain:   one row
-- params:  sha256 text
-- returns: import_id int

select coalesce(max(import_id), 0) as import_id
from imports
where sha256 = $sha256 and undone_at is null
