-- Lines with a cost of their own that were given back in part: Python says how much of the cost came back.
--
-- grain:   revenue, cost, refunded
-- params:  none
-- returns: revenue money, cost money, refunded money

select distinct
    touched_line.revenue,
    touched_line.cost,
    touched_line.refunded
from touched_line
where
    touched_line.cost is not null
    and touched_line.refunded > 0
    and touched_line.refunded < touched_line.revenue
