-- Whose rows an undo may turn: the platforms and accounts, or what stands for them, of the shaken units.
--
-- grain: scope
-- names: stored, scope, unit

create or replace temp table scopes as
select distinct scope
from stored
semi join shaken on concat_ws(chr(31), unit) = shaken.unit_key
