-- Every row of a list of monthly notes, with what is wrong with it in `fault` (null: nothing).
--
-- grain:   line
-- params:  zone text
-- returns: table notes: the canonical columns, line, fault

create table notes as
with parsed as (
    select
        cells.month,
        cells.author,
        cells.text,
        cells.next_steps,
        cells.line,
        cells.odd,
        coalesce(
            day_of(cells.month, $zone),
            case
                when
                    regexp_full_match(trim(cells.month), '\d{4}-\d{1,2}')
                    then try_cast(trim(cells.month) || '-01' as date)
            end
        ) as first_of
    from cells
)

select
    make_date(year(parsed.first_of), month(parsed.first_of), 1) as month,
    text_of(parsed.author) as author,
    coalesce(trim(parsed.text), '') as text,
    coalesce(trim(parsed.next_steps), '') as next_steps,
    parsed.line,
    case
        when parsed.odd then 'odd'
        when parsed.first_of is null then 'month'
        when coalesce(trim(parsed.text), '') = '' then 'text'
    end as fault
from parsed;
