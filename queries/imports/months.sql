-- The months whose figures were given to the owner, newest first, the withdrawn ones too.
--
-- grain:   month, published_at
-- returns: month date, published_at timestamp, published_by text, data_version int, withdrawn_at timestamp,
--          withdrawn_by text

select
    month,
    published_at,
    published_by,
    data_version,
    withdrawn_at,
    withdrawn_by
from published_month
order by
    month desc,
    published_at desc
