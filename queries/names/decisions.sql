-- Every decision about a name, the newest first, those taken back too.
--
-- grain:   number
-- returns: number int, kind text, channel text, name text, meaning text, decided_at timestamp, decided_by text,
--          withdrawn_at timestamp, withdrawn_by text

select
    number,
    kind,
    channel,
    name,
    meaning,
    decided_at,
    decided_by,
    withdrawn_at,
    withdrawn_by
from name_decisions
order by number desc
