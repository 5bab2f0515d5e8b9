-- What the deals that were kept add up to.
--
-- grain:   one row
-- returns: rows bigint, won bigint, lost bigint, revenue money, first_day date, last_day date

select
    (
        select count(*)
        from deals
        where deals.fault is null
    ) as rows,
    coalesce(sum(case when leads.status = 'won' then 1 else 0 end), 0) as won,
    coalesce(sum(case when leads.status = 'lost' then 1 else 0 end), 0) as lost,
    (select coalesce(sum(sales.revenue), 0) from sales) as revenue,
    min(cast(leads.created as date)) as first_day,
    max(cast(leads.created as date)) as last_day
from leads;
