-- Keeps the rows of a file as it names them, to make `incoming` anew of them.

alter view incoming rename to incoming_as_read
