-- Which account a day's rows are of, and what they came to, so that a source's health can be told from its own days:
-- units are clicks, calls, deals or orders; an amount is spend or revenue in the client's currency. Marts are rebuilt
-- after a migration; until then an old row has zeros.

alter table coverage_day add column account text default '';

alter table coverage_day add column unit_count bigint default 0;

alter table coverage_day add column amount decimal(18, 4) default 0;
