-- Closes the rows of a file.

detach reading
