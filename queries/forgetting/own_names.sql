-- By what the person alone is known.
--
-- grain: name

create or replace temp view own_name as
select name
from person_name
where own
