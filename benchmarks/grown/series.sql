-- Ten queries, prices or shelves for each that was uploaded.
insert into series_span
select series_span.* replace (series_span.name || ' ' || more.n as name)
from series_span
cross join range(1, 10) as more (n);
