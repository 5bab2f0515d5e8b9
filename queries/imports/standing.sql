-- The live rows of the store that a file may meet: those from the same source.
--
-- names: stored, scope

create or replace temp view standing as
select
    stored.*,
    stored.rowid as stored_row
from stored
semi join scopes using (scope)
where stored.live
