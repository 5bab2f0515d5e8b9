-- What was assumed when the files of ads in force were taken in, as their reports tell.
--
-- grain:   format, report
-- params:  none
-- returns: format text, report text

select distinct
    imported.format,
    cast(imported.report as text) as report
from imports as imported
where
    imported.undone_at is null
    and imported.kind = 'ads'
order by
    imported.format,
    report
