-- A table that tells of no day: as it is.
--
-- names: kept

create view kept as
select *
from snapshot.kept
