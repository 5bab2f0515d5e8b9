-- Notes which units of a file the store had already, word for word, so that they outlive an undo of the first import.
--
-- names:  unit
-- params: table_name text, import_id int

insert into raw_confirmed (table_name, unit_key, import_id, rows_of)
select
    $table_name,
    concat_ws(chr(31), unit),
    $import_id,
    rows_of
from compared
where fate = 'identical'
