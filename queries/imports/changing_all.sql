-- The rows of a file that would be written: all of them, for the store has nothing of the kind.

create or replace temp view changing as
select * from incoming
