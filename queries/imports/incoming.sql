-- The rows of a file, as the store would keep them.
--
-- names: arrived

create or replace temp view incoming as
select * from arrived
