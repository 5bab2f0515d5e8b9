-- The tax that was taken out of what each day sold, net of refunds. Marts are rebuilt after a migration; until then an
-- old row has none.

alter table funnel_day add column vat decimal(18, 4) default 0;
