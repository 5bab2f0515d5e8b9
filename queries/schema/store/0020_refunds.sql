-- Refunds that only accounting knows: by order, or by month where the orders are not known.

create table raw_refunds (
    order_id text not null,
    month text not null,
    day date not null,
    dated boolean not null,
    amount decimal(18, 4) not null,
    currency text not null,
    comment text not null,
    line bigint not null,
    import_id integer not null,
    live boolean not null
);

-- grain: day, order_id, channel (fate: matched, with the order's own day where the refund has none; allocated, the part
-- of a month's sum that a channel bears; unmatched, no sale here has the order, or the currency is another)
create table refund_booked (
    day date not null,
    order_id text not null,
    channel text not null,
    fate text not null,
    amount decimal(18, 4) not null
);
