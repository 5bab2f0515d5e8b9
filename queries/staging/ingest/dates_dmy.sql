-- Dates written with the day first.
--
-- returns: macros moment_of (timestamp in `zone`), day_of (date); null where the cell is no date

create or replace temp macro moment_of(cell, zone) as
plausible(
    case
        when regexp_matches(cell, '^\s*\d{4}[-./]') then iso_moment(cell, zone)
        when regexp_matches(cell, '^\s*\d{1,2}[-./]\d{1,2}[-./]\d{4}(\D|$)')
            then try_strptime(
                translate(trim(cell), '/-,', '..'),
                ['%d.%m.%Y', '%d.%m.%Y %H:%M:%S', '%d.%m.%Y %H:%M', '%d.%m.%Y %I:%M:%S %p', '%d.%m.%Y %I:%M %p']
            )
        else try_strptime(
            translate(trim(cell), '/-,', '..'),
            ['%d.%m.%y', '%d.%m.%y %H:%M:%S', '%d.%m.%y %H:%M', '%d.%m.%y %I:%M:%S %p', '%d.%m.%y %I:%M %p']
        )
    end
);

create or replace temp macro day_of(cell, zone) as cast(moment_of(cell, zone) as date);
