-- The live rows that a file would put aside: those of units that come with other contents.
--
-- names: stored, unit

create or replace temp view leaving as
select
    stored.*,
    stored.rowid as stored_row
from stored
semi join (select unit from compared where fate = 'replaced') using (unit)
where stored.live
