-- Every version of the client's settings, the newest first.
--
-- grain:   version
-- returns: version int, saved_at timestamp, saved_by text, settings text, restored int

select
    version,
    saved_at,
    saved_by,
    settings,
    restored
from profile
order by version desc
