-- Raw canonical rows, as imported, and the imports themselves.
--
-- Nothing is deleted when a later file replaces a unit (a campaign's day, a call, a lead, an order): the older rows
-- stop being live, so that an undo can bring them back.

create table imports (
    import_id integer primary key,
    imported_at timestamp not null,
    imported_by text not null,
    file text not null,
    sha256 text not null,
    format text not null,
    kind text not null,
    rows_read bigint not null,
    rows_kept bigint not null,
    rows_rejected bigint not null,
    period_first date,
    period_last date,
    currency text,
    report text not null,
    undone_at timestamp,
    undone_by text
);

create table rejects (
    import_id integer not null,
    line bigint not null,
    reason text not null,
    content text not null
);

create table raw_ad_day (
    platform text not null,
    account text not null,
    day date not null,
    day_to date not null,
    campaign_key text not null,
    campaign text not null,
    ad_group text not null,
    keyword text not null,
    source text not null,
    medium text not null,
    impressions bigint not null,
    clicks bigint not null,
    spend decimal(18, 4) not null,
    currency text not null,
    includes_vat boolean not null,
    conversions decimal(18, 4),
    conversion_value decimal(18, 4),
    line bigint not null,
    import_id integer not null,
    live boolean not null
);

create table raw_calls (
    platform text not null,
    account text not null,
    call_id text not null,
    started timestamp not null,
    phone_hash text,
    phone_tail text,
    tracking_number text not null,
    direction text not null,
    answered boolean not null,
    wait_seconds integer,
    talk_seconds integer,
    callback boolean,
    first_call boolean,
    target boolean,
    source text not null,
    medium text not null,
    campaign text not null,
    keyword text not null,
    manager text not null,
    recording text not null,
    line bigint not null,
    import_id integer not null,
    live boolean not null
);

create table raw_leads (
    platform text not null,
    account text not null,
    lead_id text not null,
    created timestamp not null,
    way text not null,
    phone_hash text,
    email_hash text,
    phone_tail text,
    status text not null,
    stage text not null,
    lost_reason text not null,
    target boolean,
    first_answer timestamp,
    source text not null,
    medium text not null,
    campaign text not null,
    keyword text not null,
    product text not null,
    manager text not null,
    amount decimal(18, 4),
    currency text not null,
    closed timestamp,
    line bigint not null,
    import_id integer not null,
    live boolean not null
);

create table raw_sales (
    platform text not null,
    account text not null,
    order_id text not null,
    item integer not null,
    sold timestamp not null,
    paid boolean not null,
    lead_created timestamp,
    way text not null,
    phone_hash text,
    email_hash text,
    product text not null,
    quantity decimal(18, 4) not null,
    revenue decimal(18, 4) not null,
    cost decimal(18, 4),
    refunded decimal(18, 4) not null,
    refunded_at timestamp,
    currency text not null,
    source text not null,
    medium text not null,
    campaign text not null,
    keyword text not null,
    manager text not null,
    status text not null,
    line bigint not null,
    import_id integer not null,
    live boolean not null
);

create table raw_rates (
    day date not null,
    currency text not null,
    rate decimal(18, 8) not null,
    line bigint not null,
    import_id integer not null,
    live boolean not null
);

create table raw_plan (
    month date not null,
    channel text not null,
    measure text not null,
    value decimal(18, 4) not null,
    agreed_on date not null,
    line bigint not null,
    import_id integer not null,
    live boolean not null
);

create table raw_events (
    day date not null,
    day_to date not null,
    what text not null,
    text text not null,
    line bigint not null,
    import_id integer not null,
    live boolean not null
);

create table raw_notes (
    month date not null,
    author text not null,
    text text not null,
    next_steps text not null,
    line bigint not null,
    import_id integer not null,
    live boolean not null
);

-- The client's settings, every version of them; the newest is in force.
create table profile (
    version integer primary key,
    saved_at timestamp not null,
    saved_by text not null,
    settings text not null
);
