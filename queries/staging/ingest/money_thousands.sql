-- Money written in thousands of the currency's unit.
--
-- returns: macro money_of (decimal(18,4); null where the cell is not a number)

create or replace temp macro money_of(cell) as
try_cast(amount(cell) * cast(1000 as decimal(4, 0)) as decimal(18, 4));
