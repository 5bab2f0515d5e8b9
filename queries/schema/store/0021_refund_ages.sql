-- How long refunds take: by the day of the sale and the day of the refund. Marts are rebuilt after a migration.

-- grain: sold_day, refunded_day (what only gives money back, in a row of its own, is of no sale and is not here)
create table refund_lag_day (
    sold_day date not null,
    refunded_day date not null,
    refund_count bigint not null,
    refunds decimal(18, 4) not null
);

-- grain: day, kind, channel, currency (amounts of another currency than the client's that a rate turned into it)
create table foreign_day (
    day date not null,
    kind text not null,
    channel text not null,
    currency text not null,
    amount decimal(18, 4) not null,
    converted decimal(18, 4) not null
);
