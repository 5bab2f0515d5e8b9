-- Refunds that accounting told of the period, by what became of them: matched, allocated, unmatched.
--
-- grain:   fate
-- params:  date_from date, date_to date
-- returns: fate text, amount money, row_count int

select
    booked.fate,
    sum(booked.amount) as amount,
    count(*) as row_count
from refund_booked as booked
where booked.day between $date_from and $date_to
group by booked.fate
order by booked.fate
