-- Of the imports as much as tells since when there are figures, and which given day of a source is not whole: no
-- file's name, and nobody's.

create view imports as
select
    held.import_id,
    held.kind,
    held.format,
    held.status,
    held.undone_at,
    held.imported_at,
    '' as report,
    case when given_days.last_day is not null then held.period_last end as period_last,
    case when given_days.last_day is not null then held.rows_read else 0 end as rows_read,
    case when given_days.last_day is not null then held.rows_rejected else 0 end as rows_rejected
from snapshot.imports as held
left join given_days
    on held.period_last between given_days.first_day and given_days.last_day
