-- Puts aside the live rows that a file replaces.
--
-- names: stored

update stored
set live = false
where rowid in (select stored_row from leaving)
