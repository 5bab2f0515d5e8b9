-- Copies which months were given to the owner.

create table snapshot.published_month as
select *
from published_month
order by all
