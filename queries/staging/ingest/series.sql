-- Every row of a table of series, with what is wrong with it in `fault` (null: nothing). Values a week apart are of
-- weeks, and of the first days of months of months, where the table is of the market and does not say which days. Of
-- two values of one day neither is taken: nobody knows which is true.
--
-- grain:   line
-- params:  zone text, series text, series_words text[], series_meanings text[], series_of_spans text[],
--          day_span text
-- returns: table series: the canonical columns, line, fault

create table series as
with
parsed as (
    select
        cells.line,
        cells.odd,
        coalesce(
            case when $day_span = 'month' then date_trunc('month', day_of(cells.day, $zone)) end,
            day_of(cells.day, $zone),
            case
                when
                    regexp_full_match(trim(cells.day), '\d{4}-?[Ww]\d{1,2}')
                    then
                        date_trunc('week', make_date(try_cast(left(trim(cells.day), 4) as integer), 1, 4))
                        + to_days(7 * (try_cast(regexp_extract(trim(cells.day), '\d+$') as integer) - 1))
                when
                    regexp_full_match(trim(cells.day), '\d{4}-\d{1,2}')
                    then try_cast(trim(cells.day) || '-01' as date)
                else try_cast(nullif(month_start(cells.day), '') as date)
            end
        )::date as day,
        day_of(cells.day_to, $zone) as day_to,
        day_of(cells.day, $zone) is not null as is_day,
        regexp_full_match(trim(coalesce(cells.day, '')), '\d{4}-?[Ww]\d{1,2}') as is_week,
        is_blank(cells.day_to) as is_open,
        case
            when $series <> '' then $series
            else list_extract($series_meanings, nullif(list_position($series_words, word_of(cells.kind)), 0))
        end as kind,
        without_contacts(text_of(cells.name)) as name,
        without_contacts(text_of(cells.place)) as place,
        coalesce(
            amount(cells.value),
            amount(cells.count),
            case when trim(coalesce(cells.value, cells.count)) in ('<1', '< 1') then 0 end,
            case
                when
                    word_of(coalesce(cells.count, cells.value)) in ('in stock', 'available', 'есть', 'в наличии', '+')
                    then 1
                when
                    word_of(coalesce(cells.count, cells.value))
                    in ('out of stock', 'none', 'нет в наличии', 'отсутствует', 'под заказ')
                    then 0
                when yes_no(coalesce(cells.count, cells.value)) then 1
                when not yes_no(coalesce(cells.count, cells.value)) then 0
            end
        ) as value,
        currency_of(cells.currency) as currency
    from cells
),

spaced as (
    select
        parsed.line,
        parsed.odd,
        parsed.day,
        parsed.day_to,
        parsed.is_day,
        parsed.is_week,
        parsed.is_open,
        parsed.kind,
        parsed.name,
        parsed.place,
        parsed.value,
        parsed.currency,
        min(date_diff('day', parsed.day, parsed.next_day)) over one as shortest,
        max(day(parsed.day)) over one as latest
    from (
        select
            parsed.line,
            parsed.odd,
            parsed.day,
            parsed.day_to,
            parsed.is_day,
            parsed.is_week,
            parsed.is_open,
            parsed.kind,
            parsed.name,
            parsed.place,
            parsed.value,
            parsed.currency,
            lead(parsed.day) over (partition by parsed.kind, parsed.name, parsed.place order by parsed.day) as next_day
        from parsed
    ) as parsed
    window one as (partition by parsed.kind, parsed.name, parsed.place)
),

whole as (
    select
        spaced.line,
        spaced.odd,
        spaced.day,
        spaced.day_to,
        spaced.is_day,
        spaced.is_week,
        spaced.is_open,
        spaced.kind,
        spaced.name,
        spaced.place,
        spaced.value,
        spaced.currency,
        case
            when spaced.day_to is not null then spaced.day_to
            when spaced.is_week or $day_span = 'week' then (spaced.day + to_days(6))::date
            when not spaced.is_day or $day_span = 'month' then last_day(spaced.day)
            when not list_contains($series_of_spans, spaced.kind) then spaced.day
            when spaced.shortest >= 28 and spaced.latest = 1 then last_day(spaced.day)
            when spaced.shortest = 7 then (spaced.day + to_days(6))::date
            else spaced.day
        end as last_one
    from spaced
)

select
    whole.day,
    whole.last_one as day_to,
    whole.kind,
    whole.name,
    whole.place,
    whole.value,
    case when whole.kind = 'market_price' then whole.currency else '' end as currency,
    whole.line,
    case
        when whole.odd then 'odd'
        when whole.day is null then 'day'
        when whole.day_to is null and not whole.is_open then 'day'
        when whole.day_to < whole.day then 'day'
        when whole.kind is null then 'series'
        when regexp_matches(lower(whole.name || '|' || whole.place), '(^|\|)(example|пример)\s*:') then 'example'
        when whole.value is null then 'number'
        when whole.value < 0 and whole.kind <> 'temperature' then 'number'
        when whole.kind = 'market_price' and whole.currency is null then 'currency'
        when
            whole.value <> max(whole.value) over same_day or whole.value <> min(whole.value) over same_day
            then 'two_values'
    end as fault
from whole
window same_day as (partition by whole.kind, whole.name, whole.place, whole.day);
