-- How many times the store has changed.
--
-- grain:   one row
-- returns: data_version int

select data_version
from store_state
