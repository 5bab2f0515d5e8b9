-- The rows of a file that would be written: those of units that are new or different.
--
-- names: unit

create or replace temp view changing as
with changed as (
    select unit
    from compared
    where fate <> 'identical'
)

select incoming.*
from incoming
semi join changed using (unit)
