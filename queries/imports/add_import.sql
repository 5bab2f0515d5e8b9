-- Writes down one import.
--
-- params: import_id int, imported_at timestamp, imported_by text, file text, sha256 text, format text, kind text,
--         rows_read int, rows_kept int, rows_rejected int, period_first date, period_last date, currency text,
--         report json, status text

insert into imports (
    import_id, imported_at, imported_by, file, sha256, format, kind, rows_read, rows_kept, rows_rejected,
    period_first, period_last, currency, report, status
)
values (
    $import_id, $imported_at, $imported_by, $file, $sha256, $format, $kind, $rows_read, $rows_kept, $rows_rejected,
    $period_first, $period_last, $currency, $report, $status
)
