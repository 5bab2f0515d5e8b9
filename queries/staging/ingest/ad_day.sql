-- Every row of an advertising export as a campaign's day, with what is wrong with it in `fault` (null: nothing).
--
-- grain:   line
-- params:  platform text, account text, source text, medium text, includes_vat boolean, period_first date,
--          period_last date, has_day boolean, total_marks text, blank_campaign_is_total boolean, zone text,
--          currency text
-- returns: table ad_day: the canonical columns, line, fault

create table ad_day as
with parsed as (
    select
        cells.line,
        cells.odd,
        cells.first_cell,
        text_of(cells.account) as account,
        case when $has_day then day_of(cells.day, $zone) else $period_first end as day,
        case when $has_day then day_of(cells.day_to, $zone) else $period_last end as day_to,
        text_of(cells.campaign_id) as campaign_id,
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
        amount(cells.conversions) as conversions,
        amount(cells.conversion_value) as conversion_value
    from cells
)

select
    cast($platform as text) as platform,
    case when parsed.account = '' then $account else parsed.account end as account,
    parsed.day,
    coalesce(parsed.day_to, parsed.day) as day_to,
    case when parsed.campaign_id = '' then parsed.campaign else parsed.campaign_id end as campaign_key,
    parsed.campaign,
    parsed.ad_group,
    parsed.keyword,
    cast($source as text) as source,
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
            then 'total'
        when parsed.odd then 'odd'
        when parsed.day is null then 'day'
        when
            case when parsed.impressions is null then not is_blank(parsed.impressions_cell) else false end
            then 'number'
        when case when parsed.clicks is null then not is_blank(parsed.clicks_cell) else false end then 'number'
        when case when parsed.spend is null then not is_blank(parsed.spend_cell) else false end then 'number'
        when parsed.currency is null then 'currency'
    end as fault
from parsed;
