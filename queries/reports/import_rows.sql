-- What the imports in force of each kind of export came to since a day: rows read and rejected, and the last day
-- of a file that was made before that day was over.
--
-- grain:   kind, format
-- params:  since date
-- returns: kind text, format text, files int, rows_read int, rows_rejected int, unfinished_day date

select
    imported.kind,
    imported.format,
    count(*) as files,
    sum(imported.rows_read) as rows_read,
    sum(imported.rows_rejected) as rows_rejected,
    max(
        case when cast(imported.imported_at as date) <= imported.period_last then imported.period_last end
    ) as unfinished_day
from imports as imported
where
    imported.undone_at is null
    and cast(imported.imported_at as date) >= $since
    and imported.rows_read > 0
group by
    imported.kind,
    imported.format
order by
    imported.kind,
    imported.format
