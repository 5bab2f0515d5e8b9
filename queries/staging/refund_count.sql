-- How many refunds of orders accounting has told; where there are none, nothing is looked for.
--
-- grain:   one row
-- params:  none
-- returns: row_count int

select count(*) as row_count
from raw_refunds
where
    raw_refunds.live
    and raw_refunds.order_id <> ''
