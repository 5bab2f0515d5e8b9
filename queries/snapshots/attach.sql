-- Begins a snapshot in a file of its own.
--
-- params: path text

attach $path as snapshot
