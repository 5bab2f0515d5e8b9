-- How many rejected rows had a phone or an e-mail, which was hidden when they were kept: nobody can tell whose.
--
-- grain:   one row
-- returns: row_count int

select count(*) as row_count
from rejects
where contains(content, '•••')
