-- Writes the rows of a file that are new or different.
--
-- names:  stored, contents
-- params: import_id int

insert into stored (contents, line, import_id, live)
select
    contents,
    line,
    $import_id,
    true
from changing
