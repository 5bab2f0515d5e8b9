-- Makes the right rows of the shaken units live.
--
-- By membership, not by a join: the few units are held in memory then, and the many rows go by.
--
-- names: stored, unit

update stored
set live = not live
where
    concat_ws(chr(31), unit) in (
        select unit_key
        from shaken
    )
    and live <> (
        concat_ws(chr(31), unit, cast(import_id as text)) in (
            select concat_ws(chr(31), unit_key, cast(rows_of as text)) as unit_of_import
            from shaken
            where rows_of is not null
        )
    )
