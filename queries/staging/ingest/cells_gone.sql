-- The text of the file is forgotten before its rows are given away.
--
-- returns: none of the views cells, told_about and sorted_out, nor the tables of text, of
--          contacts and of half-read rows

drop view if exists told_about;

drop view if exists sorted_out;

drop view if exists cells;

drop table if exists temp.contact;

drop table if exists temp.deals;

drop table if exists temp.order_lines;

drop table if exists temp.order_shares;

drop table if exists temp.faulty;

drop table if exists aside.text_read;
