-- Which version of the settings another one restores, the client's logos, and calls outside the working hours. Marts
-- are rebuilt after a migration; until then an old row has none of those calls.

alter table profile add column restored integer;

-- grain: sha256 (every picture that a version of the settings names)
create table logos (
    sha256 text not null,
    picture blob not null
);

alter table funnel_day add column calls_off_hours bigint default 0;
