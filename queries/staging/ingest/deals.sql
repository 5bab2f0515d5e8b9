-- Every row of a deals export, read: the typed cells and what is wrong with them in `fault` (null: nothing).
--
-- grain:   line
-- params:  zone text, today date, won_words text[], lost_words text[], never_words text[], total_marks text[],
--          target_words text[], off_target_words text[], phone_words text[], site_words text[], has_product boolean,
--          currency text
-- returns: temp table deals

create or replace temp table deals as
with parsed as (
    select
        cells.line,
        cells.odd,
        cells.first_cell,
        text_of(cells.lead_id) as lead_id,
        moment_of(cells.created, $zone) as created,
        case when list_contains($never_words, word_of(cells.closed)) then null else moment_of(cells.closed, $zone) end
            as closed,
        moment_of(cells.expected_close, $zone) as expected_close,
        cells.closed as closed_cell,
        moment_of(cells.first_answer, $zone) as first_answer,
        text_of(cells.stage) as stage,
        word_of(cells.stage) as stage_word,
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
        word_of(cells.way) as way_word,
        word_of(cells.target) as target_word,
        yes_no(cells.target) as target_flag
    from cells
),

judged as (
    select
        parsed.*,
        case
            when list_contains($won_words, parsed.status_word) or list_contains($won_words, parsed.stage_word)
                then 'won'
            when list_contains($lost_words, parsed.status_word) or list_contains($lost_words, parsed.stage_word)
                then 'lost'
            else 'open'
        end as status
    from parsed
)
select
    judged.line,
    judged.lead_id,
    judged.created,
    case
        when judged.status = 'open' then null
        when judged.closed is not null then judged.closed
        when cast(judged.expected_close as date) between cast(judged.created as date) and $today
            then greatest(judged.expected_close, judged.created)
    end as closed,
    judged.first_answer,
    judged.status,
    judged.stage,
    without_contacts(judged.lost_reason) as lost_reason,
    case
        when list_contains($target_words, judged.target_word) then true
        when list_contains($off_target_words, judged.target_word) then false
        else judged.target_flag
    end as target,
    without_contacts(
        case when judged.product = '' then bare_title(judged.title) else judged.product end
    ) as product,
    judged.amount,
    judged.quantity,
    judged.cost,
    case when is_blank(judged.currency_cell) then $currency else currency_of(judged.currency_cell) end as currency,
    phone.key as phone_hash,
    phone.tail as phone_tail,
    email.key as email_hash,
    judged.source,
    judged.medium,
    judged.campaign,
    judged.keyword,
    without_contacts(judged.manager) as manager,
    case
        when len(list_filter($phone_words, lambda mark : starts_with(judged.way_word, mark))) > 0 then 'phone'
        when len(list_filter($site_words, lambda mark : starts_with(judged.way_word, mark))) > 0 then 'site'
        else 'other'
    end as way,
    case
        when judged.created is null and first_start(judged.first_cell, $total_marks) then 'total'
        when judged.odd then 'odd'
        when judged.lead_id = '' then 'number_of_deal'
        when judged.created is null then 'created'
        when judged.closed is null and not is_blank(judged.closed_cell)
            and not list_contains($never_words, word_of(judged.closed_cell)) then 'closed'
        when judged.amount is null and not is_blank(judged.amount_cell) then 'number'
        when not is_blank(judged.currency_cell) and currency_of(judged.currency_cell) is null then 'currency'
        when not $has_product and row_number() over (partition by judged.lead_id order by judged.line) > 1 then 'twice'
    end as fault
from judged
left join contact as phone
    on judged.phone = phone.cell and phone.way = 'phone'
left join contact as email
    on judged.email = email.cell and email.way = 'email';
