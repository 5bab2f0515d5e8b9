-- Dates written as seconds since 1970; nought stands for never.
--
-- returns: macros moment_of (timestamp in `zone`), day_of (date); null where the cell is no moment

create or replace temp macro moment_of(cell, zone) as
plausible(
    case
        when regexp_full_match(trim(cell), '\d{9,10}(\.\d+)?')
            then timezone(zone, to_timestamp(try_cast(trim(cell) as double)))
        when regexp_full_match(trim(cell), '\d{12,13}')
            then timezone(zone, timezone('UTC', epoch_ms(try_cast(trim(cell) as bigint))))
        when regexp_matches(cell, '^\s*\d{4}[-./]') then iso_moment(cell, zone)
    end
);

create or replace temp macro day_of(cell, zone) as cast(moment_of(cell, zone) as date);
