-- Every row of a plan, with what is wrong with it in `fault` (null: nothing).
--
-- grain:   line
-- params:  zone text, today date, measures text[],
--          channels text[]
-- returns: table plan: the canonical columns, line, fault

create table plan as
with parsed as (
    select
        cells.line,
        cells.odd,
        coalesce(
            day_of(cells.month, $zone),
            case
                when
                    regexp_full_match(trim(cells.month), '\d{4}-\d{1,2}')
                    then try_cast(trim(cells.month) || '-01' as date)
            end
        ) as month,
        replace(word_of(cells.channel), ' ', '_') as channel,
        replace(word_of(cells.measure), ' ', '_') as measure,
        money_of(cells.value) as value,
        case when is_blank(cells.agreed_on) then $today else day_of(cells.agreed_on, $zone) end as agreed_on
    from cells
)

select
    make_date(year(parsed.month), month(parsed.month), 1) as month,
    parsed.channel,
    parsed.measure,
    parsed.value,
    parsed.agreed_on,
    parsed.line,
    case
        when parsed.odd then 'odd'
        when parsed.month is null then 'month'
        when not list_contains($measures, parsed.measure) then 'measure'
        when parsed.channel <> '' and not list_contains($channels, parsed.channel) then 'channel'
        when parsed.value is null or parsed.value < 0 then 'number'
        when parsed.agreed_on is null then 'day'
    end as fault
from parsed;
