-- A currency's rate, to eight places. A comma is the decimal mark where the file's numbers have one.
--
-- returns: macro rate_of (decimal(18,8); null where the cell is not a number)

create or replace temp macro rate_of(cell) as
try_cast(replace(trim(cell), ',', '.') as decimal(18, 8));
