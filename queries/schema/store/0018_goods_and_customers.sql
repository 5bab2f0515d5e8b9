-- What was sold piece by piece and where, and who bought for the first time.

-- grain: day, location, product (on the day of the sale; an order counts once, under its dearest line)
create table goods_day (
    day date not null,
    location text not null,
    product text not null,
    orders bigint not null,
    units decimal(18, 4) not null,
    revenue decimal(18, 4) not null,
    refunds decimal(18, 4) not null,
    cogs decimal(18, 4) not null,
    refunded_cogs decimal(18, 4) not null,
    revenue_without_cost decimal(18, 4) not null
);

-- grain: day, channel, customer (new: the person's first order ever; recent: there was one within 365 days before;
-- former: the last one is older; unknown: nobody knows who bought)
create table customer_day (
    day date not null,
    channel text not null,
    customer text not null,
    orders bigint not null,
    revenue decimal(18, 4) not null,
    refunds decimal(18, 4) not null,
    order_squares decimal(38, 4) not null
);
