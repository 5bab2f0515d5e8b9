-- The live rows from the source of a file that the file does not carry, whatever their day.
--
-- names: unit

create or replace temp view absent as
select standing.*
from standing
anti join compared using (unit)
