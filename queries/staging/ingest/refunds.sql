-- Every row of a table of refunds, with what is wrong with it in `fault` (null: nothing). A row of an order has the
-- month of its day, or none; a row of a month alone stands on its last day.
--
-- grain:   line
-- params:  zone text, today date, currency text
-- returns: table refunds: the canonical columns, line, fault

create table refunds as
with
parsed as (
    select
        cells.line,
        cells.odd,
        regexp_replace(text_of(cells.order_id), '^[#№\s]+', '') as order_id,
        day_of(cells.day, $zone) as day,
        is_blank(cells.day) as is_undated,
        coalesce(
            case
                when regexp_full_match(trim(cells.month), '\d{4}-\d{1,2}')
                    then try_cast(trim(cells.month) || '-01' as date)
            end,
            day_of(cells.month, $zone),
            try_cast(nullif(month_start(cells.month), '') as date)
        ) as month,
        is_blank(cells.month) as is_without_month,
        abs(amount(cells.amount)) as amount,
        case when is_blank(cells.currency) then $currency else currency_of(cells.currency) end as currency,
        without_contacts(text_of(cells.comment)) as comment
    from cells
)

select
    parsed.order_id,
    coalesce(strftime(coalesce(parsed.day, parsed.month), '%Y-%m'), '') as month,
    case
        when parsed.day is not null then parsed.day
        when parsed.month is not null then last_day(parsed.month)
        else $today
    end as day,
    parsed.day is not null as dated,
    parsed.amount,
    parsed.currency,
    parsed.comment,
    parsed.line,
    case
        when parsed.odd then 'odd'
        when regexp_matches(lower(parsed.comment), '^(example|пример)\s*:') then 'example'
        when parsed.day is null and not parsed.is_undated then 'day'
        when parsed.month is null and not parsed.is_without_month then 'month'
        when parsed.order_id = '' and parsed.day is null and parsed.month is null then 'refund_of'
        when parsed.amount is null then 'number'
        when parsed.currency is null then 'currency'
    end as fault
from parsed;
