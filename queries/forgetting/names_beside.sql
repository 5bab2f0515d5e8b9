-- How many other phones or e-mails are the person's own, and how many are others' as well.
--
-- grain:   one row
-- params:  asked text
-- returns: own_count int, shared_count int

select
    cast(coalesce(sum(case when own then 1 else 0 end), 0) as integer) as own_count,
    cast(coalesce(sum(case when own then 0 else 1 end), 0) as integer) as shared_count
from person_name
where name <> $asked
