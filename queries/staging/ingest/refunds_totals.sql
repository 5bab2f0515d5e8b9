-- How many refunds were kept, what they come to, and which days they cover.
--
-- grain:   one row
-- returns: rows bigint, refunded decimal, first_day date, last_day date

select
    count(*) as rows,
    sum(refunds.amount) as refunded,
    min(refunds.day) as first_day,
    max(refunds.day) as last_day
from refunds;
