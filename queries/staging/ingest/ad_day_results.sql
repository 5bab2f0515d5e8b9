-- The results of an advertising file by their kind, largest first.
--
-- grain:   kind
-- returns: kind text, amount money

select
    text_of(cells.result_kind) as kind,
    sum(amount(cells.conversions)) as amount
from cells
where text_of(cells.result_kind) <> '' and amount(cells.conversions) is not null
group by text_of(cells.result_kind)
order by amount desc, kind asc;
