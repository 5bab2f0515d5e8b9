-- The live rows that a file would put aside: those of units that come with other contents, or that it withdraws.
--
-- names: unit

create or replace temp view leaving as
with replaced as (
    select unit
    from compared
    where fate in ('replaced', 'withdrawn')
)

select standing.*
from standing
semi join replaced using (unit)
