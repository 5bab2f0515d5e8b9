-- The text of a file's columns, set aside while it is typed.
--
-- grain:   row of the file, in its order
-- returns: temp table text_read: the columns of the view text_to_read

create or replace temp table text_read as
select * from text_to_read;
