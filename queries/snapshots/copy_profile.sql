-- Copies every version of the client's settings.

create table snapshot.profile as
select
    version,
    saved_at,
    saved_by,
    settings,
    restored
from profile
order by version
