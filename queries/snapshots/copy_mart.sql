-- Copies one mart, in order, so that a reader of a few days opens few blocks.
--
-- names: mart

create table snapshot.mart as
select *
from mart
order by all
