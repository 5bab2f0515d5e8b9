-- The rows of a file without the campaign days that a fuller report already stands for.

create or replace temp view incoming as
select incoming_whole.*
from incoming_whole
anti join fuller using (platform, account, campaign_key, day)
