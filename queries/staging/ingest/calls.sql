-- Every row of a call log as a call, with what is wrong with it in `fault` (null: nothing). A call that was passed on
-- stands there once for each leg: the legs say whether somebody answered and how long they talked, and are no calls.
--
-- grain:   line
-- params:  platform text, account text, zone text, written_zone text, answered_words text, missed_words text,
--          outgoing_words text[], target_words text[], off_target_words text[], unmarked_words text[], unmade_words
--          text, has_answer_time boolean, legs_share_id boolean, total_marks text
-- returns: table calls: the canonical columns, line, fault

create table calls as
with parsed as (
    select
        cells.line,
        cells.odd,
        cells.first_cell,
        cells.content,
        text_of(cells.call_id) as call_id,
        case
            when
                $legs_share_id and not is_blank(cells.call_id)
                and row_number() over (partition by cells.call_id order by cells.line) > 1
                then text_of(cells.call_id)
            else text_of(cells.parent_id)
        end as parent_id,
        from_zone(
            cells.started,
            moment_of(cells.started || coalesce(' ' || cells.started_time, ''), $zone), $written_zone, $zone
        ) as started,
        moment_of(cells.answered_at, $zone) as answered_at,
        case
            when not is_blank(cells.direction) then list_contains($outgoing_words, word_of(cells.direction))
            when not is_blank(cells.from_extension) then is_blank(cells.to_extension)
            else coalesce(is_extension(cells.phone) and not is_extension(cells.called), false)
        end as outgoing,
        case
            when not is_blank(cells.from_extension) then not is_blank(cells.to_extension)
            else coalesce(is_extension(cells.phone) and is_extension(cells.called), false)
        end as internal,
        cells.phone,
        cells.called,
        text_of(cells.tracking_number) as tracking_number,
        word_of(cells.answered) as answered_word,
        yes_no(cells.answered) as answered_flag,
        yes_no(cells.lost) as lost_flag,
        case
            when not is_blank(cells.wait) then seconds_of(cells.wait)
            when $has_answer_time
                then cast(
                    date_diff(
                        'second',
                        moment_of(cells.started, $zone),
                        coalesce(moment_of(cells.answered_at, $zone), moment_of(cells.ended, $zone))
                    ) as integer
                )
        end as wait,
        case
            when not is_blank(cells.talk) then seconds_of(cells.talk)
            when $has_answer_time
                then cast(
                    coalesce(
                        date_diff('second', moment_of(cells.answered_at, $zone), moment_of(cells.ended, $zone)), 0
                    ) as integer
                )
        end as talk,
        seconds_of(cells.duration) as duration,
        cells.talk as talk_cell,
        yes_no(cells.callback) as callback,
        yes_no(cells.first_call) as first_call,
        case
            when list_contains($unmarked_words, word_of(cells.target)) then null
            when list_contains($target_words, word_of(cells.target)) then true
            when list_contains($off_target_words, word_of(cells.target)) then false
            else yes_no(cells.target)
        end as target,
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
        parsed.content,
        parsed.call_id,
        parsed.parent_id,
        parsed.started,
        parsed.outgoing,
        parsed.internal,
        case
            when parsed.outgoing and parsed.called is not null then text_of(parsed.phone)
            else parsed.tracking_number
        end as tracking_number,
        parsed.answered_word,
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
            when parsed.lost_flag is not null then not parsed.lost_flag
            when regexp_matches(parsed.answered_word, $answered_words) then true
            when parsed.answered_flag is not null then parsed.answered_flag
            when $has_answer_time then parsed.answered_at is not null
            else coalesce(parsed.talk, parsed.duration, 0) > 0
        end as answered
    from parsed
),

leg as (
    select
        judged.parent_id,
        judged.answered,
        coalesce(judged.talk, judged.duration, 0) as talk
    from judged
    where judged.parent_id <> ''
    qualify
        judged.call_id in ('', judged.parent_id)
        or row_number() over (partition by judged.parent_id, judged.call_id order by judged.line) = 1
),

passed_on as (
    select
        leg.parent_id,
        bool_or(leg.answered) as answered,
        sum(case when leg.answered then leg.talk else 0 end) as talk
    from leg
    group by leg.parent_id
),

parent as (
    select distinct judged.call_id
    from judged
    where judged.call_id <> '' and judged.call_id <> judged.parent_id
),

joined as (
    select
        judged.line,
        judged.odd,
        judged.first_cell,
        judged.content,
        judged.call_id,
        judged.parent_id,
        judged.started,
        judged.outgoing,
        judged.internal,
        judged.tracking_number,
        judged.answered_word,
        judged.wait,
        case
            when passed_on.talk is null then judged.talk
            else cast(
                passed_on.talk + case when $legs_share_id then coalesce(judged.talk, 0) else 0 end as integer
            )
        end as talk,
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
        case
            when $legs_share_id then judged.answered or coalesce(passed_on.answered, false)
            else coalesce(passed_on.answered, judged.answered)
        end as answered,
        parent.call_id as parent_here,
        contact.key as contact_key,
        contact.tail as contact_tail,
        contact.digits as contact_digits
    from judged
    left join contact
        on judged.person = contact.cell and contact.way = 'phone'
    left join passed_on
        on judged.call_id = passed_on.parent_id and judged.call_id <> judged.parent_id
    left join parent
        on judged.parent_id = parent.call_id
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
        when
            joined.started is null
            and joined.line = min(joined.line) over ()
            and not regexp_matches(joined.content, '\d')
            then 'second_header'
        when joined.odd then 'odd'
        when joined.started is null then 'moment'
        when regexp_matches(joined.answered_word, $unmade_words) then 'unmade'
        when joined.internal then 'internal'
        when joined.parent_here is not null then 'leg'
        when joined.parent_id <> '' then 'leg_alone'
        when joined.talk is null and not is_blank(joined.talk_cell) then 'number'
        when
            joined.call_id <> ''
            and row_number() over (partition by joined.call_id order by joined.line) > 1
            then 'twice'
        when
            joined.call_id = '' and joined.contact_key is not null
            and row_number() over (
                partition by
                    joined.call_id,
                    joined.contact_key,
                    joined.started,
                    joined.tracking_number,
                    joined.talk,
                    joined.duration
                order by joined.line
            ) > 1
            then 'same_call'
    end as fault
from joined
order by joined.line;
