-- Dates written with the year first.
--
-- returns: macros moment_of (timestamp in `zone`), day_of (date); null where the cell is no date

create or replace temp macro moment_of(cell, zone) as plausible(iso_moment(cell, zone));

create or replace temp macro day_of(cell, zone) as
case
    when length(cell) = 10 and try_cast(cell as date) between date '1990-01-01' and date '2100-01-01'
        then try_cast(cell as date)
    else cast(plausible(iso_moment(cell, zone)) as date)
end;
