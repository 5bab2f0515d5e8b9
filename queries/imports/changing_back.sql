-- The rows that an undo brings back.
--
-- names: stored

create or replace temp view changing as
select stored.*
from stored
where
    stored.rowid in (
        select turned_row
        from turning
        where comes
    )
