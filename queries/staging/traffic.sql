-- Every source, medium and campaign met in the rows concerned; what channel each is, Python says.
--
-- grain:   source, medium, campaign
-- params:  none
-- returns: source text, medium text, campaign text

select
    ad.source,
    ad.medium,
    ad.campaign
from ad
union
select
    touched_contact.source,
    touched_contact.medium,
    touched_contact.campaign
from touched_contact
union
select
    touched_line.source,
    touched_line.medium,
    touched_line.campaign
from touched_line
