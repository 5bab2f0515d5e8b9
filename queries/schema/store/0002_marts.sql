-- Marts: what pages read. Rebuilt for the days that an import touched, and copied whole into each snapshot.
-- Money is net of VAT where the client deducts it, in the client's currency; what has no rate is in unconverted_day
-- only.

-- grain: day
create table calendar (
    day date primary key,
    weekday integer not null,
    week_start date not null,
    month date not null,
    is_working boolean not null,
    holiday text not null
);

-- grain: day, channel, campaign, product (each thing on the day it happened: spend, lead, sale; a refund on its
-- sale's day)
create table funnel_day (
    day date not null,
    channel text not null,
    campaign text not null,
    product text not null,
    impressions bigint not null,
    clicks bigint not null,
    spend decimal(18, 4) not null,
    calls bigint not null,
    calls_missed bigint not null,
    forms bigint not null,
    leads bigint not null,
    leads_answered bigint not null,
    leads_marked bigint not null,
    target_leads bigint not null,
    orders bigint not null,
    phone_orders bigint not null,
    revenue decimal(18, 4) not null,
    refunds decimal(18, 4) not null,
    cogs decimal(18, 4) not null,
    refunded_cogs decimal(18, 4) not null,
    revenue_without_cost decimal(18, 4) not null,
    order_squares decimal(38, 4) not null
);

-- grain: day, channel, campaign, product (everything on the day the lead came; an order without a lead on its own day)
create table cohort_day (
    day date not null,
    channel text not null,
    campaign text not null,
    product text not null,
    leads bigint not null,
    leads_answered bigint not null,
    leads_marked bigint not null,
    target_leads bigint not null,
    orders bigint not null,
    phone_orders bigint not null,
    revenue decimal(18, 4) not null,
    refunds decimal(18, 4) not null,
    cogs decimal(18, 4) not null,
    refunded_cogs decimal(18, 4) not null,
    revenue_without_cost decimal(18, 4) not null,
    order_squares decimal(38, 4) not null
);

-- grain: day, channel, campaign, ad_group
create table ad_group_day (
    day date not null,
    channel text not null,
    campaign text not null,
    ad_group text not null,
    impressions bigint not null,
    clicks bigint not null,
    spend decimal(18, 4) not null
);

-- grain: platform, account, order_id
create table attribution (
    platform text not null,
    account text not null,
    order_id text not null,
    sold date not null,
    lead_day date not null,
    channel text not null,
    campaign text not null,
    product text not null,
    rule text not null,
    way text not null,
    revenue decimal(18, 4) not null,
    refunds decimal(18, 4) not null
);

-- grain: lead_day, sold_day (how long sales take, for the same age in both years)
create table lag_day (
    lead_day date not null,
    sold_day date not null,
    orders bigint not null,
    revenue decimal(18, 4) not null
);

-- grain: day, kind, platform (which source had rows on which day)
create table coverage_day (
    day date not null,
    kind text not null,
    platform text not null,
    row_count bigint not null
);

-- grain: day, kind, platform, currency (amounts in their own currency, on days without a rate)
create table unconverted_day (
    day date not null,
    kind text not null,
    platform text not null,
    currency text not null,
    amount decimal(18, 4) not null
);

-- grain: month, channel, measure (the newest agreement, and the first one)
create table plan_month (
    month date not null,
    channel text not null,
    measure text not null,
    value decimal(18, 4) not null,
    first_value decimal(18, 4) not null,
    agreements bigint not null
);

-- grain: day, what, text
create table event_day (
    day date not null,
    day_to date not null,
    what text not null,
    text text not null
);

-- grain: month, author
create table note_month (
    month date not null,
    author text not null,
    text text not null,
    next_steps text not null
);
