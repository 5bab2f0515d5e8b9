-- Every row of an advertising export as a campaign's day, with what is wrong with it in `fault` (null: nothing).
--
-- grain:   line
-- params:  platform text, account text, source text, medium text, includes_vat boolean, period_first date,
--          period_last date, has_day boolean, total_marks text[], blank_campaign_is_total boolean, zone text,
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
        cells.currency as currency_cell,
        cast(amount(cells.impressions) as bigint) as impressions,
        cast(amount(cells.clicks) as bigint) as clicks,
        money_of(cells.spend) as spend,
        amount(cells.conversions) as conversions,
        amount(cells.conversion_value) as conversion_value
    from cells
)
select
    $platform as platform,
    case when parsed.account = '' then $account else parsed.account end as account,
    parsed.day,
    coalesce(parsed.day_to, parsed.day) as day_to,
    case when parsed.campaign_id = '' then parsed.campaign else parsed.campaign_id end as campaign_key,
    parsed.campaign,
    parsed.ad_group,
    parsed.keyword,
    $source as source,
    $medium as medium,
    parsed.impressions,
    parsed.clicks,
    parsed.spend,
    case when is_blank(parsed.currency_cell) then $currency else currency_of(parsed.currency_cell) end as currency,
    cast($includes_vat as boolean) as includes_vat,
    parsed.conversions,
    parsed.conversion_value,
    parsed.line,
    case
        when $blank_campaign_is_total and parsed.campaign = '' then 'total'
        when (parsed.day is null or not $has_day) and first_start(parsed.first_cell, $total_marks) then 'total'
        when (parsed.day is null or not $has_day) and first_start(parsed.campaign, $total_marks) then 'total'
        when parsed.odd then 'odd'
        when parsed.day is null then 'day'
        when parsed.impressions is null and not is_blank(parsed.impressions_cell) then 'number'
        when parsed.clicks is null and not is_blank(parsed.clicks_cell) then 'number'
        when parsed.spend is null and not is_blank(parsed.spend_cell) then 'number'
        when not is_blank(parsed.currency_cell) and currency_of(parsed.currency_cell) is null then 'currency'
    end as fault
from parsed;
