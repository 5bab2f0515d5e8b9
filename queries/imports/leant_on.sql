-- The undone imports whose rows stand only because a given import confirmed them.
--
-- grain:   import_id
-- params:  import_id int
-- returns: import_id int

select distinct imports.import_id
from raw_confirmed
inner join imports on raw_confirmed.rows_of = imports.import_id
where
    raw_confirmed.import_id = $import_id
    and imports.undone_at is not null
order by imports.import_id
