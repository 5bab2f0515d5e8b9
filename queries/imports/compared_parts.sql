-- Notes the campaign days of a file that a fuller report stands for, so that they count neither as changed nor as
-- missing from the file.
--
-- grain: platform, account, campaign_key, day

insert into compared (platform, account, campaign_key, day, fate)
select
    platform,
    account,
    campaign_key,
    day,
    'fuller' as fate
from fuller
