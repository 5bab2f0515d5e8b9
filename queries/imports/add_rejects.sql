-- Keeps the rows of a file that could not be taken, with the reason.
--
-- params: import_id int

insert into rejects (import_id, line, reason, content)
select
    $import_id,
    line,
    reason,
    content
from reading.rejects
