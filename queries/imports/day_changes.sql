-- What one import changed day by day: the newest days each by itself, the earlier ones of a very long list summed.
--
-- grain:   table_name, day, currency, place
-- names:   weighed
-- params:  import_id int, most int
-- returns: table_name text, measure text, currency text, day date, others int, amount_before money, amount_after money

with ranked as (
    select
        table_name,
        measure,
        place,
        day,
        currency,
        amount_before,
        amount_after,
        least(dense_rank() over (partition by table_name, measure order by day desc), $most + 1) as age
    from weighed
    where import_id = $import_id
)

select
    table_name,
    measure,
    currency,
    max(day) as day,
    case when age <= $most then 0 else count(*) end as others,
    sum(amount_before) as amount_before,
    sum(amount_after) as amount_after
from ranked
group by
    table_name,
    measure,
    place,
    currency,
    age
order by
    table_name,
    day,
    currency,
    place
