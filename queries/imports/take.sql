-- Writes the rows of a file that are new or different.
--
-- names:  stored, contents
-- params: number int

insert into stored (contents, line, import_id, live)
select
    contents,
    line,
    $number as import_id,
    true as live
from changing
