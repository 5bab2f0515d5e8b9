-- Keeps with an import what it changed campaign by campaign.
--
-- grain: import_id, campaign, others, currency

insert into import_campaign
select *
from campaign_change
