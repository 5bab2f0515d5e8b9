-- The live rows that a file does not carry: none, for the store has nothing of the kind.

create or replace temp view absent as
select standing.*
from standing
where false
