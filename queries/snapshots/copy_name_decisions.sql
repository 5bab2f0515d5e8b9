-- Copies what people decided that names mean, every decision.

create table snapshot.name_decisions as
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
order by number
