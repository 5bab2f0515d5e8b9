-- Every row of an advertising export as a campaign's day, with what is wrong with it in `fault` (null: nothing).
--
-- grain:   line
-- params:  platform text, platform_words text[], platforms text[], account text, source text, medium text,
--          includes_vat boolean, period_first date, period_last date, has_day boolean, day_span text, total_marks text,
--          hidden_marks text, masked text, not_conversions text, blank_campaign_is_total boolean, zone text,
--          currency text
-- returns: table ad_day: the canonical columns, line, fault (total, hidden: a total of rows that the file leaves out)

create table ad_day as
with parsed as (
    select
        cells.line,
        case
            when cells.platform is null then $platform
            else
                coalesce(
                    list_extract($platforms, list_position($platform_words, word_of(cells.platform))),
                    word_of(cells.platform)
                )
        end as platform,
        case when cells.platform is null then $source else '' end as source,
        cells.odd,
        cells.first_cell,
        text_of(cells.account) as account,
        case
            when not $has_day then $period_first
            when $day_span = '' then coalesce(day_of(cells.day, $zone), day_of(split_part(cells.day, '|', 1), $zone))
            else
                span_start(
                    coalesce(day_of(cells.day, $zone), try_cast(nullif(month_start(cells.day), '') as date)),
                    $day_span
                )
        end as day,
        case when $has_day then day_of(cells.day_to, $zone) else $period_last end as day_to,
        case
            when left(cells.campaign_id, 1) in ('[', '=', '"', '''') then trim(cells.campaign_id, '[]="'' ')
            else text_of(cells.campaign_id)
        end as campaign_id,
        text_of(cells.campaign) as campaign,
        text_of(cells.ad_group) as ad_group,
        text_of(cells.keyword) as keyword,
        cells.impressions as impressions_cell,
        cells.clicks as clicks_cell,
        cells.spend as spend_cell,
        currency_of(cells.currency) as currency,
        cast(amount(cells.impressions) as bigint) as impressions,
        cast(amount(cells.clicks) as bigint) as clicks,
        money_of(cells.spend) as spend,
        case
            when cells.result_kind is null then amount(cells.conversions)
            when not regexp_matches(word_of(cells.result_kind), $not_conversions) then amount(cells.conversions)
        end as conversions,
        amount(cells.conversion_value) as conversion_value
    from cells
)

select
    cast(parsed.platform as text) as platform,
    case when parsed.account = '' then $account else parsed.account end as account,
    case
        when $day_span <> '' and span_end(parsed.day, $day_span) >= $period_first
            then greatest(parsed.day, $period_first)
        else parsed.day
    end as day,
    case
        when $day_span = '' then coalesce(parsed.day_to, parsed.day)
        when parsed.day <= $period_last then least(span_end(parsed.day, $day_span), $period_last)
        else span_end(parsed.day, $day_span)
    end as day_to,
    case when parsed.campaign_id = '' then parsed.campaign else parsed.campaign_id end as campaign_key,
    parsed.campaign,
    parsed.ad_group,
    parsed.keyword,
    cast(parsed.source as text) as source,
    cast($medium as text) as medium,
    parsed.impressions,
    parsed.clicks,
    parsed.spend,
    case when parsed.currency = '' then $currency else parsed.currency end as currency,
    cast($includes_vat as boolean) as includes_vat,
    parsed.conversions,
    parsed.conversion_value,
    parsed.line,
    case
        when $blank_campaign_is_total and parsed.campaign = '' then 'total'
        when
            case
                when parsed.day is null or not $has_day
                    then
                        regexp_matches(word_of(parsed.first_cell), $total_marks)
                        or regexp_matches(word_of(parsed.campaign), $total_marks)
                else false
            end
            then
                case
                    when
                        regexp_matches(word_of(parsed.first_cell), $hidden_marks)
                        or regexp_matches(word_of(parsed.campaign), $hidden_marks)
                        then 'hidden'
                    else 'total'
                end
        when parsed.odd then 'odd'
        when parsed.day is null then 'day'
        when
            case
                when parsed.impressions is null
                    then
                        not is_blank(parsed.impressions_cell)
                        and not regexp_matches(parsed.impressions_cell, $masked)
                else false
            end
            then 'number'
        when case when parsed.clicks is null then not is_blank(parsed.clicks_cell) else false end then 'number'
        when case when parsed.spend is null then not is_blank(parsed.spend_cell) else false end then 'number'
        when parsed.currency is null then 'currency'
    end as fault
from parsed;
