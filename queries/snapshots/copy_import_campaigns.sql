-- Copies what each import changed, campaign by campaign.

create table snapshot.import_campaign as
select *
from import_campaign
order by all
