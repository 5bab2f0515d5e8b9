-- Cells of the file as the days that they are read as.
--
-- grain:   cell
-- params:  cells text[], zone text
-- returns: cell text, meaning date

with example as (
    select unnest($cells) as cell
)

select
    example.cell,
    day_of(example.cell, $zone) as meaning
from example;
