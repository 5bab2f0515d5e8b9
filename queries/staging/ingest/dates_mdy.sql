-- Dates written with the month first.
--
-- returns: macros moment_of (timestamp in `zone`), day_of (date); null where the cell is no date

create or replace temp macro moment_of(cell, zone) as
plausible(
    case
        when regexp_matches(cell, '^\s*\d{4}[-./]') then iso_moment(cell, zone)
        when regexp_matches(cell, '^\s*\d{1,2}[-./]\d{1,2}[-./]\d{4}(\D|$)')
            then try_strptime(
                translate(trim(cell), '/-,', '..'),
                ['%m.%d.%Y', '%m.%d.%Y %H:%M:%S', '%m.%d.%Y %H:%M', '%m.%d.%Y %I:%M:%S %p', '%m.%d.%Y %I:%M %p']
            )
        else try_strptime(
            translate(trim(cell), '/-,', '..'),
            ['%m.%d.%y', '%m.%d.%y %H:%M:%S', '%m.%d.%y %H:%M', '%m.%d.%y %I:%M:%S %p', '%m.%d.%y %I:%M %p']
        )
    end
);

create or replace temp macro day_of(cell, zone) as cast(moment_of(cell, zone) as date);
