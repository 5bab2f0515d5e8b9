-- What the calls that were kept add up to.
--
-- grain:   one row
-- returns: rows bigint, answered bigint, talk_seconds bigint, callers bigint, target bigint, first_day date,
--          last_day date

select
    count(*) as rows,
    coalesce(sum(case when calls.answered then 1 else 0 end), 0) as answered,
    coalesce(sum(calls.talk_seconds), 0) as talk_seconds,
    count(distinct calls.phone_hash) as callers,
    coalesce(sum(case when calls.target then 1 else 0 end), 0) as target,
    min(cast(calls.started as date)) as first_day,
    max(cast(calls.started as date)) as last_day
from calls;
