-- Keeps the names of campaigns as the marts have just been built with.

delete from campaign_name;

insert into campaign_name by name
select
    campaign_now.platform,
    campaign_now.account,
    campaign_now.campaign_key,
    campaign_now.name,
    campaign_now.campaign
from campaign_now;
