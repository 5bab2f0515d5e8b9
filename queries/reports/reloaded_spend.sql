-- Days of both periods' spend that later files changed when the platform had long settled them: what stood there
-- before the first such file, and by how much all of them moved it.
--
-- grain:   day, currency
-- params:  now_from date, now_to date, then_from date, then_to date, settled_days int
-- returns: day date, currency text, before money, moved money, reloaded date

with
changed as (
    select
        import_day.day,
        import_day.currency,
        import_day.amount_before,
        import_day.amount_after - import_day.amount_before as moved,
        cast(imports.imported_at as date) as reloaded,
        row_number() over (
            partition by import_day.day, import_day.currency
            order by imports.import_id asc
        ) as place
    from import_day
    inner join imports
        on import_day.import_id = imports.import_id
    where
        imports.undone_at is null
        and imports.status = 'replaced'
        and import_day.table_name = 'ad_day'
        and import_day.measure = 'spend'
        and (
            import_day.day between $now_from and $now_to
            or import_day.day between $then_from and $then_to
        )
        and import_day.amount_before is not null
        and import_day.amount_after is not null
        and date_diff('day', import_day.day, cast(imports.imported_at as date)) > $settled_days
)

select
    changed.day,
    changed.currency,
    max(case when changed.place = 1 then changed.amount_before end) as before,
    sum(changed.moved) as moved,
    max(changed.reloaded) as reloaded
from changed
group by
    changed.day,
    changed.currency
order by
    changed.day,
    changed.currency
