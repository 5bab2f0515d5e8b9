-- The sales of deals that a file brings as not won: live ones are withdrawn though no sale replaces them; of others it
-- is noted that the file has none (absent), so that no undo of an import in between brings them back.
--
-- grain: platform, account, order_id

insert into compared (platform, account, order_id, fate)
select
    raw_sales.platform,
    raw_sales.account,
    raw_sales.order_id,
    max(case when raw_sales.live then 'withdrawn' else 'absent' end) as fate
from raw_sales
inner join reading.leads as leads
    on
        raw_sales.platform = leads.platform
        and raw_sales.account = leads.account
        and raw_sales.order_id = leads.lead_id
left join incoming
    on
        raw_sales.platform = incoming.platform
        and raw_sales.account = incoming.account
        and raw_sales.order_id = incoming.order_id
where incoming.order_id is null
group by
    raw_sales.platform,
    raw_sales.account,
    raw_sales.order_id
