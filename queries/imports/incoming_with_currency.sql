-- The rows of a file, as the store would keep them; a row without a currency is in the client's own.
--
-- names: arrived

create or replace temp view incoming as
select * replace (case when currency = '' then getvariable('own_currency') else currency end as currency)
from arrived
