-- Whether anybody was forgotten here.
--
-- grain:   one row
-- returns: is_any bool

select count(*) > 0 as is_any from forgotten
