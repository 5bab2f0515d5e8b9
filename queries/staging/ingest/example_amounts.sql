-- Cells of the file as the amounts that they are read as.
--
-- grain:   cell
-- params:  cells text[]
-- returns: cell text, meaning decimal

with example as (
    select unnest($cells) as cell
)

select
    example.cell,
    money_of(example.cell) as meaning
from example;
