-- Every row of a call log as a call, with what is wrong with it in `fault` (null: nothing).
--
-- grain:   line
-- params:  platform text, account text, zone text, answered_words text, missed_words text, outgoing_words text[],
--          total_marks text
-- returns: table calls: the canonical columns, line, fault

create table calls as
with parsed as (
    select
        cells.line,
        cells.odd,
        cells.first_cell,
        text_of(cells.call_id) as call_id,
        moment_of(cells.started || coalesce(' ' || cells.started_time, ''), $zone) as started,
        list_contains($outgoing_words, word_of(cells.direction)) as outgoing,
        cells.phone,
        cells.called,
        text_of(cells.tracking_number) as tracking_number,
        word_of(cells.answered) as answered_word,
        yes_no(cells.answered) as answered_flag,
        seconds_of(cells.wait) as wait,
        seconds_of(cells.talk) as talk,
        seconds_of(cells.duration) as duration,
        cells.talk as talk_cell,
        yes_no(cells.callback) as callback,
        yes_no(cells.first_call) as first_call,
        yes_no(cells.target) as target,
        text_of(cells.source) as source,
        text_of(cells.medium) as medium,
        text_of(cells.campaign) as campaign,
        text_of(cells.keyword) as keyword,
        text_of(cells.manager) as manager,
        text_of(cells.recording) as recording
    from cells
),

judged as (
    select
        parsed.line,
        parsed.odd,
        parsed.first_cell,
        parsed.call_id,
        parsed.started,
        parsed.outgoing,
        parsed.phone,
        parsed.called,
        case
            when parsed.outgoing and parsed.called is not null then text_of(parsed.phone)
            else parsed.tracking_number
        end as tracking_number,
        parsed.answered_word,
        parsed.answered_flag,
        parsed.wait,
        parsed.talk,
        parsed.duration,
        parsed.talk_cell,
        parsed.callback,
        parsed.first_call,
        parsed.target,
        parsed.source,
        parsed.medium,
        parsed.campaign,
        parsed.keyword,
        parsed.manager,
        parsed.recording,
        case when parsed.outgoing then coalesce(parsed.called, parsed.phone) else parsed.phone end as person,
        case
            when regexp_matches(parsed.answered_word, $missed_words) then false
            when regexp_matches(parsed.answered_word, $answered_words) then true
            when parsed.answered_flag is not null then parsed.answered_flag
            else coalesce(parsed.talk, parsed.duration, 0) > 0
        end as answered
    from parsed
),

joined as (
    select
        judged.line,
        judged.odd,
        judged.first_cell,
        judged.call_id,
        judged.started,
        judged.outgoing,
        judged.phone,
        judged.called,
        judged.tracking_number,
        judged.answered_word,
        judged.answered_flag,
        judged.wait,
        judged.talk,
        judged.duration,
        judged.talk_cell,
        judged.callback,
        judged.first_call,
        judged.target,
        judged.source,
        judged.medium,
        judged.campaign,
        judged.keyword,
        judged.manager,
        judged.recording,
        judged.person,
        judged.answered,
        contact.key as contact_key,
        contact.tail as contact_tail,
        contact.digits as contact_digits
    from judged
    left join contact
        on judged.person = contact.cell and contact.way = 'phone'
)

select
    cast($platform as text) as platform,
    cast($account as text) as account,
    case
        when joined.call_id = ''
            then
                strftime(joined.started, '%Y%m%d%H%M%S') || '-' || coalesce(joined.contact_key, '') || '-'
                || joined.tracking_number
        else joined.call_id
    end as call_id,
    joined.started,
    joined.contact_key as phone_hash,
    joined.contact_tail as phone_tail,
    joined.tracking_number,
    case when joined.outgoing then 'out' else 'in' end as direction,
    joined.answered,
    coalesce(joined.wait, case when not joined.answered then joined.duration end) as wait_seconds,
    coalesce(joined.talk, case when joined.answered then joined.duration else 0 end) as talk_seconds,
    joined.callback,
    joined.first_call,
    joined.target,
    joined.source,
    joined.medium,
    joined.campaign,
    joined.keyword,
    without_contacts(joined.manager) as manager,
    case
        when joined.contact_digits is null then joined.recording
        else replace(joined.recording, joined.contact_digits, '•••')
    end as recording,
    joined.line,
    case
        when joined.started is null and regexp_matches(word_of(joined.first_cell), $total_marks) then 'total'
        when joined.odd then 'odd'
        when joined.started is null then 'moment'
        when joined.talk is null and not is_blank(joined.talk_cell) then 'number'
        when
            joined.call_id <> ''
            and row_number() over (partition by joined.call_id order by joined.line) > 1
            then 'twice'
    end as fault
from joined
order by joined.line;
