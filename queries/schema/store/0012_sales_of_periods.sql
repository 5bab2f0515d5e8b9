-- Sales that a book states for a month or a period: the last day of it; null where a row states its own day. What came
-- before is null until its file is read again.

alter table raw_sales add column sold_to date;
