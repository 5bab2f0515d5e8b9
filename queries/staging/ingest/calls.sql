-- Every row of a call log as a call, with what is wrong with it in `fault` (null: nothing).
--
-- grain:   line
-- params:  platform text, account text, zone text, answered_words text[], missed_words text[], outgoing_words text[],
--          total_marks text[]
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
        parsed.*,
        case when parsed.outgoing then parsed.called else parsed.phone end as person,
        case
            when len(list_filter($missed_words, lambda mark : starts_with(parsed.answered_word, mark))) > 0 then false
            when len(list_filter($answered_words, lambda mark : starts_with(parsed.answered_word, mark))) > 0 then true
            when parsed.answered_flag is not null then parsed.answered_flag
            else coalesce(parsed.talk, parsed.duration, 0) > 0
        end as answered
    from parsed
)
select
    $platform as platform,
    $account as account,
    case
        when judged.call_id = ''
            then strftime(judged.started, '%Y%m%d%H%M%S') || '-' || coalesce(contact.key, '') || '-'
                || judged.tracking_number
        else judged.call_id
    end as call_id,
    judged.started,
    contact.key as phone_hash,
    contact.tail as phone_tail,
    case when judged.outgoing then text_of(judged.phone) else judged.tracking_number end as tracking_number,
    case when judged.outgoing then 'out' else 'in' end as direction,
    judged.answered,
    coalesce(judged.wait, case when not judged.answered then judged.duration end) as wait_seconds,
    coalesce(judged.talk, case when judged.answered then judged.duration else 0 end) as talk_seconds,
    judged.callback,
    judged.first_call,
    judged.target,
    judged.source,
    judged.medium,
    judged.campaign,
    judged.keyword,
    without_contacts(judged.manager) as manager,
    case
        when contact.digits is null then judged.recording
        else replace(judged.recording, contact.digits, '•••')
    end as recording,
    judged.line,
    case
        when judged.started is null and first_start(judged.first_cell, $total_marks) then 'total'
        when judged.odd then 'odd'
        when judged.started is null then 'moment'
        when judged.talk is null and not is_blank(judged.talk_cell) then 'number'
        when judged.call_id <> ''
            and row_number() over (partition by judged.call_id order by judged.line) > 1
            then 'twice'
    end as fault
from judged
left join contact
    on judged.person = contact.cell and contact.way = 'phone'
order by judged.line;
