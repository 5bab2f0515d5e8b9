-- Every row of a deals export, read: the typed cells and what is wrong with them in `fault` (null: nothing).
--
-- grain:   line
-- params:  zone text, today date, won_words text[], lost_words text[], never_words text[], total_marks text,
--          target_words text[], off_target_words text[], unmarked_words text[], phone_words text, site_words text,
--          has_product boolean, currency text, signs_beside boolean, has_id boolean
-- returns: temp table deals

create or replace temp table deals as
with parsed as (
    select
        cells.line,
        cells.odd,
        cells.first_cell,
        text_of(cells.lead_id) as lead_id_told,
        moment_of(cells.created, $zone) as created,
        case when list_contains($never_words, word_of(cells.closed)) then null else moment_of(cells.closed, $zone) end
            as closed,
        moment_of(cells.expected_close, $zone) as expected_close,
        cells.closed as closed_cell,
        moment_of(cells.first_answer, $zone) as first_answer,
        text_of(cells.stage) as stage,
        regexp_replace(word_of(cells.stage), '^c\d+:', '') as stage_word,
        word_of(cells.status) as status_word,
        text_of(cells.lost_reason) as lost_reason,
        text_of(cells.product) as product,
        text_of(cells.title) as title,
        money_of(cells.amount) as amount,
        cells.amount as amount_cell,
        amount(cells.quantity) as quantity,
        money_of(cells.cost) as cost,
        cells.currency as currency_cell,
        cells.phone,
        cells.email,
        text_of(cells.source) as source,
        text_of(cells.medium) as medium,
        text_of(cells.campaign) as campaign,
        text_of(cells.keyword) as keyword,
        text_of(cells.manager) as manager,
        text_of(cells.location) as location,
        word_of(cells.way) as way_word,
        word_of(cells.target) as target_word,
        yes_no(cells.target) as target_flag
    from cells
),

judged as (
    select
        parsed.line,
        parsed.odd,
        parsed.first_cell,
        case
            when $has_id then parsed.lead_id_told
            else without_contacts(parsed.title) || ' ' || strftime(parsed.created, '%Y%m%d%H%M')
        end as lead_id,
        parsed.created,
        parsed.closed,
        parsed.expected_close,
        parsed.closed_cell,
        parsed.first_answer,
        parsed.stage,
        parsed.stage_word,
        parsed.status_word,
        parsed.lost_reason,
        parsed.product,
        parsed.title,
        parsed.amount,
        parsed.amount_cell,
        parsed.quantity,
        parsed.cost,
        parsed.currency_cell,
        parsed.phone,
        parsed.email,
        parsed.source,
        parsed.medium,
        parsed.campaign,
        parsed.keyword,
        parsed.manager,
        parsed.location,
        parsed.way_word,
        parsed.target_word,
        parsed.target_flag,
        case
            when list_contains($won_words, parsed.status_word) or list_contains($won_words, parsed.stage_word)
                then 'won'
            when list_contains($lost_words, parsed.status_word) or list_contains($lost_words, parsed.stage_word)
                then 'lost'
            else 'open'
        end as status
    from parsed
),

joined as (
    select
        judged.line,
        judged.odd,
        judged.first_cell,
        judged.lead_id,
        judged.created,
        judged.closed,
        judged.expected_close,
        judged.closed_cell,
        judged.first_answer,
        judged.stage,
        judged.stage_word,
        judged.status_word,
        judged.lost_reason,
        judged.product,
        judged.title,
        judged.amount,
        judged.amount_cell,
        judged.quantity,
        judged.cost,
        judged.currency_cell,
        judged.phone,
        judged.email,
        judged.source,
        judged.medium,
        judged.campaign,
        judged.keyword,
        judged.manager,
        judged.location,
        judged.way_word,
        judged.target_word,
        judged.target_flag,
        judged.status,
        phone.key as phone_key,
        phone.tail as phone_tail,
        email.key as email_key
    from judged
    left join contact as phone
        on judged.phone = phone.cell and phone.way = 'phone'
    left join contact as email
        on judged.email = email.cell and email.way = 'email'
)

select
    joined.line,
    joined.lead_id,
    joined.created,
    case
        when joined.status = 'open' then null
        when joined.closed is not null then joined.closed
        when cast(joined.expected_close as date) between cast(joined.created as date) and $today
            then greatest(joined.expected_close, joined.created)
    end as closed,
    joined.first_answer,
    joined.status,
    joined.stage,
    without_contacts(joined.lost_reason) as lost_reason,
    case
        when list_contains($unmarked_words, joined.target_word) then null
        when list_contains($target_words, joined.target_word) then true
        when list_contains($off_target_words, joined.target_word) then false
        else joined.target_flag
    end as target,
    without_contacts(
        case when joined.product = '' then bare_title(joined.title) else joined.product end
    ) as product,
    joined.amount,
    joined.quantity,
    joined.cost,
    case
        when not is_blank(joined.currency_cell) then currency_of(joined.currency_cell)
        when $signs_beside then coalesce(currency_beside(joined.amount_cell), $currency)
        else $currency
    end as currency,
    joined.phone_key as phone_hash,
    joined.phone_tail,
    joined.email_key as email_hash,
    joined.source,
    joined.medium,
    joined.campaign,
    joined.keyword,
    without_contacts(joined.manager) as manager,
    without_contacts(joined.location) as location,
    case
        when regexp_matches(joined.way_word, $phone_words) then 'phone'
        when regexp_matches(joined.way_word, $site_words) then 'site'
        else 'other'
    end as way,
    case
        when joined.created is null and regexp_matches(word_of(joined.first_cell), $total_marks) then 'total'
        when joined.odd then 'odd'
        when joined.lead_id = '' then 'number_of_deal'
        when joined.created is null then 'created'
        when
            joined.closed is null and not is_blank(joined.closed_cell)
            and not list_contains($never_words, word_of(joined.closed_cell)) then 'closed'
        when joined.amount is null and not is_blank(joined.amount_cell) then 'number'
        when not is_blank(joined.currency_cell) and currency_of(joined.currency_cell) is null then 'currency'
        when not $has_product and row_number() over (partition by joined.lead_id order by joined.line) > 1 then 'twice'
    end as fault
from joined;
