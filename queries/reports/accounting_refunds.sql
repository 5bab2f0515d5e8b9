-- How far accounting has told of refunds, and what it told of those of these days, as far as their sales are here.
--
-- grain:   one row
-- params:  date_from date, date_to date
-- returns: last_day date, amount money

select
    max(booked.day) as last_day,
    coalesce(
        sum(
            case
                when booked.day between $date_from and $date_to and booked.fate <> 'unmatched' then booked.amount
            end
        ),
        0
    ) as amount
from refund_booked as booked
