-- The live rows that a file would put aside: none, for the store has nothing of the kind.

create or replace temp view leaving as
select standing.*
from standing
where false
