-- Every paid order of the books of sales that count, with who bought; the person is found as for a contact.
--
-- grain:   platform, account, order_id
-- params:  none
-- returns: person text, platform text, account text, order_id text, sold_day date, lead_created_day date,
--          way text, currency text

select
    coalesce(
        header.phone_hash,
        email_phone.phone_hash,
        header.email_hash,
        'deal|' || header.platform || '|' || header.account || '|' || header.order_id
    ) as person,
    header.platform,
    header.account,
    header.order_id,
    header.sold_day,
    header.lead_created_day,
    header.way,
    header.currency
from (
    select
        raw_sales.platform,
        raw_sales.account,
        raw_sales.order_id,
        max(raw_sales.phone_hash) as phone_hash,
        max(raw_sales.email_hash) as email_hash,
        min(cast(raw_sales.sold as date)) as sold_day,
        min(cast(raw_sales.lead_created as date)) as lead_created_day,
        case
            when max(case when raw_sales.way = 'phone' then 1 else 0 end) = 1 then 'phone'
            when max(case when raw_sales.way = 'site' then 1 else 0 end) = 1 then 'site'
            else 'other'
        end as way,
        max(raw_sales.currency) as currency
    from raw_sales
    where
        raw_sales.live
        and raw_sales.paid
        and raw_sales.platform not in (select book_left_out.platform from book_left_out)
    group by
        raw_sales.platform,
        raw_sales.account,
        raw_sales.order_id
) as header
left join email_phone
    on header.email_hash = email_phone.email_hash
