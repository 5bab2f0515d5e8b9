-- The client's settings in force, as the snapshot has them.
--
-- grain:   one row
-- returns: version int, settings text

select
    version,
    settings
from profile
order by version desc
limit 1
