-- Marks an import as undone.
--
-- params: import_id int, undone_at timestamp, undone_by text

update imports
set undone_at = $undone_at, undone_by = $undone_by
where import_id = $import_id
