-- Copies the client's settings in force.

create table snapshot.profile as
select
    version,
    settings
from profile
order by version desc
limit 1
