-- What each import changed, kept with it, and the months whose figures were given to the owner.

-- grain: import_id, table_name, measure, day, currency (the days on which anything changed; an amount of null: nothing
-- of the same source stood on that day)
create table import_day (
    import_id integer not null,
    table_name text not null,
    measure text not null,
    place integer not null,
    day date not null,
    currency text not null,
    amount_before decimal(38, 8),
    amount_after decimal(38, 8)
);

-- grain: import_id, campaign, others, currency (the campaigns that changed, and those that the file does not carry; the
-- last line of a long list stands for `others` campaigns)
create table import_campaign (
    import_id integer not null,
    campaign text not null,
    others bigint not null,
    currency text not null,
    amount_before decimal(38, 8),
    amount_after decimal(38, 8),
    amount_kept decimal(38, 8) not null
);

-- grain: month, published_at (in force until it is withdrawn; what was withdrawn stays on record)
create table published_month (
    month date not null,
    published_at timestamp not null,
    published_by text not null,
    data_version integer not null,
    withdrawn_at timestamp,
    withdrawn_by text
);
