-- The rows that an undo turns: those that come back, and those that go.
--
-- grain: turned_row
-- names: stored, unit

create or replace temp table turning as
select
    stored.rowid as turned_row,
    not stored.live as comes,
    shaken.unit_key
from stored
inner join shaken on concat_ws(chr(31), unit) = shaken.unit_key
where stored.live <> coalesce(stored.import_id = shaken.rows_of, false)
