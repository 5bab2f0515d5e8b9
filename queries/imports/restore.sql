-- Makes the right rows of the shaken units live.
--
-- names: stored, unit

update stored
set live = coalesce(stored.import_id = shaken.rows_of, false)
from shaken
where
    concat_ws(chr(31), unit) = shaken.unit_key
    and stored.live <> coalesce(stored.import_id = shaken.rows_of, false)
