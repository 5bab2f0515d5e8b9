-- The rows of a file that would be written: those of units that are new or different.
--
-- names: unit

create or replace temp view changing as
select incoming.*
from incoming
semi join (select unit from compared where fate <> 'identical') using (unit)
