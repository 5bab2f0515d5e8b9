-- Rows that all begin on the first day of a report cover the whole of it: it was not broken down by days.
--
-- grain:   line
-- params:  period_first date, period_last date
-- returns: table ad_day, with the report's last day as day_to in such a file

update ad_day
set day_to = $period_last
where
    fault is null
    and not exists (
        select 1
        from ad_day as other
        where other.fault is null and (other.day <> $period_first or other.day_to <> $period_first)
    );
