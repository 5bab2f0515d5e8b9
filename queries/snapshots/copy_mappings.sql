-- Copies the mappings that people saved, every version.

create table snapshot.mappings as
select
    number,
    version,
    name,
    contents,
    saved_at,
    saved_by,
    removed
from mappings
