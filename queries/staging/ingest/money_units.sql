-- Money written in units of the currency.
--
-- returns: macro money_of (decimal(18,4); null where the cell is not a number)

create or replace temp macro money_of(cell) as amount(cell);
