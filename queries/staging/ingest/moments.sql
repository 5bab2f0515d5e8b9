-- Moments written as ISO 8601 writes them, or nearly. A time with an offset is moved to the zone asked for.
--
-- returns: macros names_zone (boolean), iso_moment (timestamp in `zone`), plausible (null outside 1990-2100),
--          from_zone (timestamp in `zone`), span_start and span_end (the first and last day of the week, month,
--          quarter or year that a day begins or lies in)

create or replace temp macro names_zone(cell) as
regexp_matches(cell, '\d:\d\d.*(Z|UTC|GMT|[+-]\d\d:?\d\d)\s*$');

create or replace temp macro iso_moment(cell, zone) as
case
    when cell is null then null
    when names_zone(cell)
        then timezone(
            zone,
            coalesce(
                try_cast(trim(cell) as timestamptz),
                try_strptime(
                    trim(cell),
                    [
                        '%Y-%m-%d %H:%M:%S %z',
                        '%Y-%m-%d %H:%M %z',
                        '%Y-%m-%dT%H:%M:%S%z',
                        '%Y-%m-%d %H:%M:%S%z',
                        '%a, %d %b %Y %H:%M:%S %z'
                    ]
                )
            )
        )
    when regexp_full_match(trim(cell), '\d{4}-\d{1,2}-\d{1,2}([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?)?')
        then try_cast(trim(cell) as timestamp)
    else coalesce(
        try_strptime(
            replace(trim(cell), '/', '-'),
            ['%Y-%m-%d %I:%M %p', '%Y-%m-%d %I:%M:%S %p', '%Y-%m-%d', '%Y-%m-%d %H:%M', '%Y-%m-%d %H:%M:%S']
        ),
        try_strptime(trim(cell), ['%Y.%m.%d %H:%M:%S', '%Y.%m.%d %H:%M', '%Y.%m.%d', '%Y%m%d'])
    )
end;

create or replace temp macro plausible(moment) as
case when moment between timestamp '1990-01-01' and timestamp '2100-01-01' then moment end;

-- A time that names no zone is of the zone that the export writes, if it has one of its own.
create or replace temp macro from_zone(cell, moment, written_zone, zone) as
case
    when written_zone = '' or names_zone(cell) then moment
    else timezone(zone, timezone(written_zone, moment))
end;

create or replace temp macro span_start(day, span) as
cast(
    case span
        when 'month' then date_trunc('month', plausible(day))
        when 'quarter' then date_trunc('quarter', plausible(day))
        when 'year' then date_trunc('year', plausible(day))
        else plausible(day)  -- weeks begin on Sunday or Monday, as the account says
    end as date
);

create or replace temp macro span_end(day, span) as
cast(
    case span
        when 'week' then day + interval 6 day
        when 'month' then day + interval 1 month - interval 1 day
        when 'quarter' then day + interval 3 month - interval 1 day
        when 'year' then day + interval 1 year - interval 1 day
    end as date
);
