-- The dates of a file as they are written, each once, until there are enough to decide which comes first in them.
--
-- grain:   written
-- returns: written text

select distinct left(trim(cells.dated), 10) as written
from cells
where cells.dated is not null
order by written
limit 5000;
