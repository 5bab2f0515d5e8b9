-- What one import changed campaign by campaign, the largest change first, the summed rest last.
--
-- grain:   campaign, others, currency
-- names:   weighed
-- params:  import_id int
-- returns: campaign text, others int, currency text, amount_before money, amount_after money, amount_kept money

select
    campaign,
    others,
    currency,
    amount_before,
    amount_after,
    amount_kept
from weighed
where import_id = $import_id
order by
    others asc,
    abs(coalesce(amount_after, 0) - coalesce(amount_before, 0)) desc,
    amount_kept desc,
    campaign asc,
    currency asc
