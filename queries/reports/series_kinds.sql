-- Which kinds of series anybody uploaded.
--
-- grain:   kind
-- params:  none
-- returns: kind text

select distinct span.kind
from series_span as span
order by span.kind
