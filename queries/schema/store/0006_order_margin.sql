-- What each order cost to fill, beside what it brought, so that margin can be told by the way an order came: by phone
-- or on the site. Marts are rebuilt after a migration; until then an old row has zeros.

alter table attribution add column cogs decimal(18, 4) default 0;
alter table attribution add column refunded_cogs decimal(18, 4) default 0;
alter table attribution add column revenue_without_cost decimal(18, 4) default 0;
