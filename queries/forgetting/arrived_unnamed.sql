-- The rows of a file, without those who were forgotten.
--
-- names: without

create or replace temp view arrived_unnamed as
select * exclude (pseudonym) replace (without)
from arrived_numbered
