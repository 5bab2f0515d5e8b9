-- How many rows were not kept.
--
-- grain:   one row
-- returns: rejected bigint

select count(*) as rejected from rejects;
