-- Whether a file has any row left to compare.
--
-- grain:   one row
-- returns: is_left bool

select exists(select 1 from incoming) as is_left
