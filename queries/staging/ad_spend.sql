-- Ad rows with their channel and what they cost, net of VAT where it is deducted, in the client's currency; spend is
-- null on a day without a rate.
--
-- grain:   day, platform, account, campaign_key, campaign, ad_group, source, medium, currency, includes_vat
-- params:  none
-- returns: day date, platform text, account text, channel text, campaign text, product text, ad_group text,
--          currency text, impressions int, clicks int, amount money, spend money

select
    ad.day,
    ad.platform,
    ad.account,
    traffic_channel.channel,
    ad.campaign,
    coalesce(campaign_product.product, '') as product,
    ad.ad_group,
    ad.currency,
    ad.impressions,
    ad.clicks,
    ad.spend as amount,
    cast(ad.spend * money_factor.factor as decimal(18, 4)) as spend
from ad
inner join traffic_channel
    on
        ad.source = traffic_channel.source
        and ad.medium = traffic_channel.medium
        and ad.campaign = traffic_channel.campaign
left join campaign_product
    on ad.campaign = campaign_product.campaign
left join money_factor
    on
        ad.day = money_factor.day
        and ad.currency = money_factor.currency
        and ad.includes_vat = money_factor.includes_vat
