-- Every import, newest first.
--
-- grain:   import_id
-- returns: import_id int, imported_at timestamp, imported_by text, file text, format text, kind text, rows_read int,
--          rows_kept int, rows_rejected int, period_first date, period_last date, currency text, report text,
--          status text, undone_at timestamp, undone_by text

select
    import_id,
    imported_at,
    imported_by,
    file,
    format,
    kind,
    rows_read,
    rows_kept,
    rows_rejected,
    period_first,
    period_last,
    currency,
    report,
    status,
    undone_at,
    undone_by
from imports
order by import_id desc
