-- Keeps by what the person will be known again, to be forgotten at once.
--
-- params: now timestamp, by text

insert or ignore into forgotten (mark, forgotten_at, forgotten_by)
select
    sha256('forgotten|' || name) as mark,
    $now as forgotten_at,
    $by as forgotten_by
from own_name
