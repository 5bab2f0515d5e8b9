-- Whether the store has live ad days of a file's platforms on its days, under whatever account.
--
-- grain:   one row
-- params:  first_day date, last_day date
-- returns: meets bool

with platforms as (
    select distinct scopes.platform
    from scopes
)

select
    exists(
        select 1
        from raw_ad_day
        semi join platforms using (platform)
        where raw_ad_day.live and raw_ad_day.day between $first_day and $last_day
    ) as meets
