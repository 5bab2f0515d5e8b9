-- Every row of an orders export, read: the typed cells and what is wrong with them in `fault` (null: nothing).
--
-- grain:   line
-- params:  zone text, total_marks text[], phone_words text[], site_words text[], paid_words text[], has_total boolean
-- returns: temp table order_lines

create or replace temp table order_lines as
with parsed as (
    select
        cells.line,
        cells.odd,
        cells.first_cell,
        text_of(cells.order_id) as order_id,
        moment_of(cells.sold || coalesce(' ' || cells.sold_time, ''), $zone) as sold,
        moment_of(cells.lead_created, $zone) as lead_created,
        moment_of(cells.refunded_at, $zone) as refunded_at,
        text_of(cells.status) as status,
        word_of(cells.status) as status_word,
        yes_no(cells.paid) as paid_flag,
        text_of(cells.product) as product,
        cells.quantity as quantity_cell,
        cells.unit_price as unit_price_cell,
        cells.revenue as revenue_cell,
        cells.order_total as order_total_cell,
        cells.refunded as refunded_cell,
        cells.cost as cost_cell,
        amount(cells.quantity) as quantity,
        money_of(cells.unit_price) as unit_price,
        money_of(cells.revenue) as revenue,
        money_of(cells.order_total) as order_total,
        money_of(cells.refunded) as refunded,
        money_of(cells.order_refunded) as order_refunded,
        money_of(cells.discount) as discount,
        money_of(cells.cost) as cost,
        money_of(cells.unit_cost) as unit_cost,
        word_of(cells.way) as way_word,
        cells.phone,
        cells.email,
        cells.currency as currency_cell,
        text_of(cells.source) as source,
        text_of(cells.medium) as medium,
        text_of(cells.campaign) as campaign,
        text_of(cells.keyword) as keyword,
        coalesce(cells.utm, '') as utm,
        text_of(cells.manager) as manager
    from cells
)
select
    parsed.line,
    parsed.order_id,
    parsed.sold,
    parsed.lead_created,
    parsed.refunded_at,
    parsed.status,
    case
        when len($paid_words) > 0 and parsed.status_word <> '' then list_contains($paid_words, parsed.status_word)
        else parsed.paid_flag
    end as paid,
    without_contacts(parsed.product) as product,
    coalesce(parsed.quantity, 1) as quantity,
    cast(
        case
            when parsed.quantity_cell is not null and parsed.unit_price is not null
                then parsed.quantity * parsed.unit_price - coalesce(parsed.discount, 0)
            else parsed.unit_price - coalesce(parsed.discount, 0)
        end as decimal(18, 4)
    ) as priced,
    parsed.revenue,
    parsed.order_total,
    abs(parsed.refunded) as refunded,
    abs(parsed.order_refunded) as order_refunded,
    case
        when parsed.cost is not null then parsed.cost
        else cast(coalesce(parsed.quantity, 1) * parsed.unit_cost as decimal(18, 4))
    end as cost,
    case
        when len(list_filter($phone_words, lambda mark : contains(parsed.way_word, mark))) > 0 then 'phone'
        when len(list_filter($site_words, lambda mark : contains(parsed.way_word, mark))) > 0 then 'site'
        when parsed.way_word = '' then null
        else 'other'
    end as way,
    phone.key as phone_hash,
    email.key as email_hash,
    case when is_blank(parsed.currency_cell) then null else currency_of(parsed.currency_cell) end as currency,
    case
        when parsed.source <> '' then parsed.source
        else trim(regexp_extract(parsed.utm, 'utm_source\s*[:=]\s*([^\r\n&,;]*)', 1))
    end as source,
    case
        when parsed.medium <> '' then parsed.medium
        else trim(regexp_extract(parsed.utm, 'utm_medium\s*[:=]\s*([^\r\n&,;]*)', 1))
    end as medium,
    case
        when parsed.campaign <> '' then parsed.campaign
        else trim(regexp_extract(parsed.utm, 'utm_campaign\s*[:=]\s*([^\r\n&,;]*)', 1))
    end as campaign,
    case
        when parsed.keyword <> '' then parsed.keyword
        else trim(regexp_extract(parsed.utm, 'utm_term\s*[:=]\s*([^\r\n&,;]*)', 1))
    end as keyword,
    without_contacts(parsed.manager) as manager,
    case
        when parsed.sold is null and first_start(parsed.first_cell, $total_marks) then 'total'
        when parsed.odd then 'odd'
        when parsed.order_id = '' then 'number_of_order'
        when parsed.sold is null then 'sold'
        when parsed.quantity is null and not is_blank(parsed.quantity_cell) then 'number'
        when parsed.unit_price is null and not is_blank(parsed.unit_price_cell) then 'number'
        when parsed.revenue is null and not is_blank(parsed.revenue_cell) then 'number'
        when parsed.order_total is null and not is_blank(parsed.order_total_cell) then 'number'
        when parsed.refunded is null and not is_blank(parsed.refunded_cell) then 'number'
        when parsed.cost is null and not is_blank(parsed.cost_cell) then 'number'
        when not $has_total and parsed.revenue is null and parsed.unit_price is null and parsed.refunded is null
            then 'amount'
        when not is_blank(parsed.currency_cell) and currency_of(parsed.currency_cell) is null then 'currency'
    end as fault
from parsed
left join contact as phone
    on parsed.phone = phone.cell and phone.way = 'phone'
left join contact as email
    on parsed.email = email.cell and email.way = 'email';
