-- Whether the file has to be written anew.
--
-- grain:   one row
-- returns: is_due bool

select coalesce(bool_or(compact_due), false) as is_due from store_state
