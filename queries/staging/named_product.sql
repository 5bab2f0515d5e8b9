-- Every product's name as the client's files write it, in the rows concerned.
--
-- grain:   product
-- params:  none
-- returns: product text

select touched_contact.product
from touched_contact
where touched_contact.product <> ''
union
select touched_line.product
from touched_line
where touched_line.product <> ''
