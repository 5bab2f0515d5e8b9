-- Notes that a month's figures were taken back from the owner.
--
-- params: month date, withdrawn_at timestamp, withdrawn_by text

update published_month
set withdrawn_at = $withdrawn_at, withdrawn_by = $withdrawn_by
where month = $month and withdrawn_at is null
