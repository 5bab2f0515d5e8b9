-- Keeps all rows of a file, to make `incoming` anew of some of them.

alter view incoming rename to incoming_whole
