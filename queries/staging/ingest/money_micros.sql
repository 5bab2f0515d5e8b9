-- Money written in millionths of the currency's unit.
--
-- returns: macro money_of (decimal(18,4); null where the cell is not a number)

create or replace temp macro money_of(cell) as
cast(try_cast(trim(cell) as decimal(28, 2)) * cast(0.000001 as decimal(8, 6)) as decimal(18, 4));
