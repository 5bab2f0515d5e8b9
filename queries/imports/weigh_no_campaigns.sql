-- What an import changes is weighed into this table, campaign by campaign; nothing is in it yet.
--
-- grain: import_id, campaign, others, currency

create or replace temp table campaign_change as
select *
from import_campaign
where false
