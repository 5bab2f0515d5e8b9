-- The live rows that a file would put aside: those of units that come with other contents.
--
-- names: unit

create or replace temp view leaving as
with replaced as (
    select unit
    from compared
    where fate = 'replaced'
)

select standing.*
from standing
semi join replaced using (unit)
