-- Copies what reports may say about the imports.

create table snapshot.imports as
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
    rows_kept as rows,
    period_first,
    period_last,
    currency,
    report,
    status,
    undone_at,
    undone_by
from imports
order by import_id
