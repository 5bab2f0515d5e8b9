-- The months of which only the sum of refunds is known, those of an import among them.
--
-- grain:   day
-- params:  import_id int
-- returns: day date, is_own bool

select
    raw_refunds.day,
    max(case when raw_refunds.import_id = $import_id then 1 else 0 end) = 1 as is_own
from raw_refunds
where
    raw_refunds.order_id = ''
    and (raw_refunds.live or raw_refunds.import_id = $import_id)
group by raw_refunds.day
