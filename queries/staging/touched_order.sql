-- All paid orders of the persons concerned, on whatever day.
--
-- grain:   platform, account, order_id
-- params:  none
-- returns: person text, platform text, account text, order_id text, sold_day date, lead_created_day date,
--          way text

select
    paid_order.person,
    paid_order.platform,
    paid_order.account,
    paid_order.order_id,
    paid_order.sold_day,
    paid_order.lead_created_day,
    paid_order.way
from paid_order
inner join touched_person
    on paid_order.person = touched_person.person
