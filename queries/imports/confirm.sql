-- Notes which units of a file the store had already, word for word, so that they outlive an undo of the first import;
-- and which it has no sale for, which have no rows from then on.
--
-- names:  unit
-- params: name text, number int

insert into raw_confirmed (table_name, unit_key, import_id, rows_of)
select
    $name as table_name,
    concat_ws(chr(31), unit) as unit_key,
    $number as import_id,
    coalesce(rows_of, 0) as rows_of
from compared
where fate in ('identical', 'withdrawn', 'absent')
