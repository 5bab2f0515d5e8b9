-- Whether what is credited counts as an order: money that was only given back, in a row of its own, does not. Marts are
-- rebuilt after a migration; until then an old row counts.

alter table attribution add column orders bigint default 1;
