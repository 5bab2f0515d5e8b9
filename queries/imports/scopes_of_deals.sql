-- Whose deals a file brings: the platforms and accounts of its leads, also where none of them was won.
--
-- grain: platform, account

create or replace temp table scopes as
select distinct
    leads.platform,
    leads.account
from reading.leads as leads
