-- What an import changes is weighed into this table, day by day; nothing is in it yet.
--
-- grain: import_id, table_name, measure, day, currency

create or replace temp table day_change as
select *
from import_day
where false
