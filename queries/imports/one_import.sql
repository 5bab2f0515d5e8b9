-- Whether there is such an import, and when it was undone.
--
-- grain:   import_id
-- params:  import_id int
-- returns: import_id int, undone_at timestamp

select
    import_id,
    undone_at
from imports
where import_id = $import_id
