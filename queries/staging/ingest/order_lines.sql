-- Every row of an orders export, read: the typed cells and what is wrong with them in `fault` (null: nothing).
--
-- grain:   line
-- params:  zone text, today date, period_first date, period_last date, has_sold boolean, has_id boolean,
--          total_marks text, phone_words text, site_words text, paid_words text[], unpaid_words text[],
--          has_total boolean, signs_beside boolean, counts_products boolean
-- returns: temp table order_lines

create or replace temp table order_lines as
with parsed as (
    select
        cells.line,
        cells.odd,
        cells.first_cell,
        text_of(cells.order_id) as order_id_told,
        coalesce(
            moment_of(cells.sold || coalesce(' ' || cells.sold_time, ''), $zone),
            moment_of(
                regexp_extract(
                    cells.order_id, '\sот\s+(\d{1,2}\.\d{1,2}\.\d{4}( \d{1,2}:\d{2}(:\d{2})?)?)', 1
                ),
                $zone
            )
        ) as sold_told,
        case
            when cells.month is not null then try_cast(nullif(month_start(cells.month), '') as date)
            when not regexp_matches(cells.sold, '^\s*\d{1,4}[-./]\d{1,2}[-./]\d')
                then try_cast(nullif(month_start(cells.sold), '') as date)
        end as month,
        cells.customer,
        cells.gross_profit as gross_profit_cell,
        money_of(cells.gross_profit) as gross_profit,
        moment_of(cells.lead_created, $zone) as lead_created,
        moment_of(cells.refunded_at, $zone) as refunded_at,
        text_of(cells.status) as status,
        word_of(cells.status) as status_word,
        case
            when list_contains($paid_words, word_of(cells.paid)) then true
            when list_contains($unpaid_words, word_of(cells.paid)) then false
            else yes_no(cells.paid)
        end as paid_flag,
        case
            when not $counts_products then text_of(cells.product)
            when regexp_matches(cells.product, ',\s*\d+\s*[×x]\s') then ''
            else regexp_replace(text_of(cells.product), '^\d+\s*[×x]\s+', '')
        end as product,
        cells.quantity as quantity_cell,
        cells.unit_price as unit_price_cell,
        cells.revenue as revenue_cell,
        cells.order_total as order_total_cell,
        cells.refunded as refunded_cell,
        cells.cost as cost_cell,
        amount(cells.quantity) as quantity,
        money_of(cells.unit_price) as unit_price,
        money_of(cells.revenue) as revenue,
        cast(money_of(cells.order_total) - greatest(coalesce(money_of(cells.outstanding), 0), 0) as decimal(18, 4))
            as order_total,
        money_of(cells.refunded) as refunded,
        money_of(cells.order_refunded) as order_refunded,
        money_of(cells.discount) as discount,
        money_of(cells.cost) as cost,
        money_of(cells.unit_cost) as unit_cost,
        word_of(cells.way) as way_word,
        cells.phone,
        cells.email,
        cells.currency as currency_cell,
        regexp_replace(text_of(cells.source), '^(organic|referral|source|utm)\s*:\s+', '', 'i') as source,
        case
            when not is_blank(cells.medium) then text_of(cells.medium)
            else lower(regexp_extract(text_of(cells.source), '^(organic|referral)\s*:\s', 1, 'i'))
        end as medium,
        not is_blank(cells.cancelled_at) as is_cancelled,
        text_of(cells.campaign) as campaign,
        text_of(cells.keyword) as keyword,
        coalesce(cells.utm, '') as utm,
        text_of(cells.manager) as manager,
        text_of(cells.location) as location
    from cells
),

joined as (
    select
        parsed.line,
        parsed.odd,
        parsed.first_cell,
        parsed.order_id_told,
        parsed.sold_told,
        parsed.gross_profit_cell,
        parsed.gross_profit,
        case when parsed.customer is null then '' else name_key(parsed.customer) end as customer_key,
        regexp_matches(word_of(parsed.first_cell), $total_marks) as is_total,
        case
            when parsed.sold_told is not null then null
            when parsed.month is not null then parsed.month
            when not $has_sold then $period_first
        end as covers_from,
        case
            when parsed.sold_told is not null then null
            when parsed.month is not null and $period_last between parsed.month and last_day(parsed.month)
                then $period_last
            when parsed.month is not null then last_day(parsed.month)
            when not $has_sold then $period_last
        end as covers_to,
        parsed.lead_created,
        parsed.refunded_at,
        parsed.status,
        parsed.status_word,
        parsed.paid_flag,
        parsed.product,
        parsed.quantity_cell,
        parsed.unit_price_cell,
        parsed.revenue_cell,
        parsed.order_total_cell,
        parsed.refunded_cell,
        parsed.cost_cell,
        parsed.quantity,
        parsed.unit_price,
        parsed.revenue,
        parsed.order_total,
        parsed.refunded,
        parsed.order_refunded,
        parsed.discount,
        parsed.cost,
        parsed.unit_cost,
        parsed.way_word,
        parsed.phone,
        parsed.email,
        parsed.currency_cell,
        parsed.source,
        parsed.medium,
        parsed.campaign,
        parsed.keyword,
        parsed.utm,
        parsed.is_cancelled,
        parsed.manager,
        parsed.location,
        phone.key as phone_key,
        email.key as email_key
    from parsed
    left join contact as phone
        on parsed.phone = phone.cell and phone.way = 'phone'
    left join contact as email
        on parsed.email = email.cell and email.way = 'email'
)

select
    joined.line,
    case
        when $has_id then joined.order_id_told
        else
            strftime(coalesce(joined.covers_from, cast(joined.sold_told as date)), '%Y%m%d') || ' '
            || without_contacts(joined.product) || ' ' || joined.customer_key
    end as order_id,
    coalesce(
        joined.sold_told, cast(greatest(joined.covers_from, least(joined.covers_to, $today)) as timestamp)
    ) as sold,
    joined.covers_from,
    joined.covers_to,
    joined.gross_profit,
    joined.lead_created,
    joined.refunded_at,
    joined.status,
    case
        when list_contains($unpaid_words, joined.status_word) then false
        when len($paid_words) > 0 and joined.status_word <> '' then list_contains($paid_words, joined.status_word)
        else joined.paid_flag
    end as paid,
    without_contacts(joined.product) as product,
    coalesce(joined.quantity, 1) as quantity,
    cast(
        case
            when joined.quantity_cell is not null and joined.unit_price is not null
                then joined.quantity * joined.unit_price - coalesce(joined.discount, 0)
            else joined.unit_price - coalesce(joined.discount, 0)
        end as decimal(18, 4)
    ) as priced,
    joined.revenue,
    joined.order_total,
    abs(joined.refunded) as refunded,
    abs(joined.order_refunded) as order_refunded,
    coalesce(
        joined.cost,
        cast(coalesce(joined.quantity, 1) * joined.unit_cost as decimal(18, 4)),
        joined.revenue - joined.gross_profit
    ) as cost,
    case
        when regexp_matches(joined.way_word, $phone_words) then 'phone'
        when regexp_matches(joined.way_word, $site_words) then 'site'
        when joined.way_word = '' then null
        else 'other'
    end as way,
    joined.phone_key as phone_hash,
    joined.email_key as email_hash,
    joined.is_cancelled,
    case
        when not is_blank(joined.currency_cell) and regexp_matches(joined.currency_cell, '\d')
            then currency_beside(joined.currency_cell)
        when not is_blank(joined.currency_cell) then currency_of(joined.currency_cell)
        when $signs_beside
            then currency_beside(
                coalesce(joined.revenue_cell, joined.order_total_cell, joined.unit_price_cell)
            )
    end as currency,
    case
        when joined.source <> '' then joined.source
        else trim(regexp_extract(joined.utm, 'utm_source\s*[:=]\s*([^\r\n&,;]*)', 1))
    end as source,
    case
        when joined.medium <> '' then joined.medium
        else trim(regexp_extract(joined.utm, 'utm_medium\s*[:=]\s*([^\r\n&,;]*)', 1))
    end as medium,
    case
        when joined.campaign <> '' then joined.campaign
        else trim(regexp_extract(joined.utm, 'utm_campaign\s*[:=]\s*([^\r\n&,;]*)', 1))
    end as campaign,
    case
        when joined.keyword <> '' then joined.keyword
        else trim(regexp_extract(joined.utm, 'utm_term\s*[:=]\s*([^\r\n&,;]*)', 1))
    end as keyword,
    without_contacts(joined.manager) as manager,
    without_contacts(joined.location) as location,
    case
        when joined.is_total and joined.sold_told is null and (not $has_sold or joined.covers_from is null) then 'total'
        when joined.odd then 'odd'
        when $has_id and joined.order_id_told = '' then 'number_of_order'
        when joined.sold_told is null and joined.covers_from is null then 'sold'
        when joined.quantity is null and not is_blank(joined.quantity_cell) then 'number'
        when joined.unit_price is null and not is_blank(joined.unit_price_cell) then 'number'
        when joined.revenue is null and not is_blank(joined.revenue_cell) then 'number'
        when joined.order_total is null and not is_blank(joined.order_total_cell) then 'number'
        when joined.refunded is null and not is_blank(joined.refunded_cell) then 'number'
        when joined.cost is null and not is_blank(joined.cost_cell) then 'number'
        when joined.gross_profit is null and not is_blank(joined.gross_profit_cell) then 'number'
        when not $has_total and joined.revenue is null and joined.unit_price is null and joined.refunded is null
            then 'amount'
        when
            not is_blank(joined.currency_cell) and not regexp_matches(joined.currency_cell, '\d')
            and currency_of(joined.currency_cell) is null
            then 'currency'
    end as fault
from joined;
