-- Forgets the rows of an earlier file.

drop view if exists incoming_whole
