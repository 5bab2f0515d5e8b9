-- What the days of one table add up to before a change and after it, for the days on which anything changes: one
-- amount, and how many units there are where the measure of them has a name. Where nothing stands there is no amount.
--
-- grain:  day, currency
-- names:  dated_by, measured, in_currency, number_of_units
-- params: number int, name text, amount text, count text, position int

insert into day_change
with moved as (
    select
        cast(dated_by as date) as day,
        in_currency as currency_of_day,
        sum(measured) as amount,
        number_of_units as unit_count
    from changing
    group by all
    union all
    select
        cast(dated_by as date) as day,
        in_currency as currency_of_day,
        -sum(measured) as amount,
        -(number_of_units) as unit_count
    from leaving
    group by all
),

difference as (
    select
        day,
        currency_of_day,
        sum(amount) as amount,
        sum(unit_count) as unit_count
    from moved
    group by
        day,
        currency_of_day
),

held as (
    select
        cast(dated_by as date) as day,
        in_currency as currency_of_day,
        sum(measured) as amount,
        number_of_units as unit_count
    from standing
    group by all
),

weighed as (
    select
        difference.day,
        difference.currency_of_day,
        held.amount as amount_before,
        case
            when coalesce(held.unit_count, 0) + difference.unit_count > 0
                then coalesce(held.amount + difference.amount, held.amount, difference.amount)
        end as amount_after,
        held.unit_count as count_before,
        nullif(coalesce(held.unit_count, 0) + difference.unit_count, 0) as count_after
    from difference
    left join held on difference.day = held.day and difference.currency_of_day = held.currency_of_day
)

select
    $number as import_id,
    $name as table_name,
    $amount as measure,
    $position as place,
    day,
    currency_of_day as currency,
    amount_before,
    amount_after
from weighed
where $amount <> ''
union all
select
    $number as import_id,
    $name as table_name,
    $count as measure,
    $position + 1 as place,
    day,
    currency_of_day as currency,
    count_before as amount_before,
    count_after as amount_after
from weighed
where $count <> ''
