-- The live rows that an undo takes away.

create or replace temp view leaving as
select standing.*
from standing
where
    standing.stored_row in (
        select turned_row
        from turning
        where not comes
    )
