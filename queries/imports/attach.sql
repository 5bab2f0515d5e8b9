-- Opens the rows that the reader of a file has left, for reading.
--
-- params: path text

attach $path as reading (read_only)
