-- Refunds on the day they were made, beside funnel_day, which shows them on the day of their sale.

-- grain: day, channel, campaign, product (a refund without a day of its own is on its sale's day)
create table refund_day (
    day date not null,
    channel text not null,
    campaign text not null,
    product text not null,
    refunds decimal(18, 4) not null,
    refunded_cogs decimal(18, 4) not null
);
