-- The client's settings in force.
--
-- grain:   one row
-- returns: version int, settings text

select
    version,
    settings
from profile
order by version desc
limit 1
