-- Whose rows a file brings: the platforms and accounts, or what stands for them.
--
-- grain: scope
-- names: scope

create or replace temp table scopes as
select distinct scope
from incoming
