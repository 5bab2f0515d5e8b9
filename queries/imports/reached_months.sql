-- The published months whose days a change reaches, and what it changes in each.
--
-- grain:   month, table_name, measure, currency
-- returns: month date, published_at timestamp, published_by text, table_name text, measure text, currency text,
--          day_count int, amount_before money, amount_after money

select
    published_month.month,
    published_month.published_at,
    published_month.published_by,
    day_change.table_name,
    day_change.measure,
    day_change.currency,
    count(*) as day_count,
    coalesce(sum(day_change.amount_before), 0) as amount_before,
    coalesce(sum(day_change.amount_after), 0) as amount_after
from day_change
inner join published_month
    on
        day_change.day between published_month.month and last_day(published_month.month)
        and published_month.withdrawn_at is null
group by
    published_month.month,
    published_month.published_at,
    published_month.published_by,
    day_change.table_name,
    day_change.measure,
    day_change.place,
    day_change.currency
order by
    published_month.month,
    day_change.table_name,
    day_change.place,
    day_change.currency
