-- Copies what each import changed, day by day.

create table snapshot.import_day as
select *
from import_day
order by all
