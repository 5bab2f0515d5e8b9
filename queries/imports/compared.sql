-- Each unit of a file beside the same unit of the store: new, identical, or replaced.
--
-- Two units are identical when they have as many rows with the same contents, in whatever order and on whatever lines.
--
-- grain:  unit
-- names:  unit, contents, dated_by
-- params: first_day date, last_day date

create or replace temp table compared as
with arriving as (
    select
        unit,
        count(*) as row_count,
        sum(hash(contents)) as fingerprint
    from incoming
    group by unit
),

held as (
    select
        unit,
        count(*) as row_count,
        sum(hash(contents)) as fingerprint,
        max(import_id) as rows_of
    from standing
    where cast(dated_by as date) between $first_day and $last_day
    group by unit
)

select
    unit,
    held.rows_of,
    case
        when held.row_count is null then 'new'
        when held.row_count = arriving.row_count and held.fingerprint = arriving.fingerprint then 'identical'
        else 'replaced'
    end as fate
from arriving
left join held using (unit)
