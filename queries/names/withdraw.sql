-- Takes a decision back; it stays on the record.
--
-- params: number int, withdrawn_at timestamp, withdrawn_by text

update name_decisions
set
    withdrawn_at = $withdrawn_at,
    withdrawn_by = $withdrawn_by
where
    number = $number
    and withdrawn_at is null
