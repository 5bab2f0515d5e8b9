-- What explains sales from outside: demand, price indexes, competitors' prices, stock, weather, capacity, visits.

create table raw_series (
    day date not null,
    day_to date not null,
    kind text not null,
    name text not null,
    place text not null,
    value decimal(18, 4) not null,
    currency text not null,
    line bigint not null,
    import_id integer not null,
    live boolean not null
);

-- grain: day, kind, name, place (the days that a value is of; prices in the client's currency)
create table series_span (
    day date not null,
    day_to date not null,
    kind text not null,
    name text not null,
    place text not null,
    value decimal(18, 4) not null
);
