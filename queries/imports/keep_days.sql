-- Keeps with an import what it changed day by day.
--
-- grain: import_id, table_name, measure, day, currency

insert into import_day
select *
from day_change
