-- Numbers that are one thing with a decimal point and another with a decimal comma, with their lines.
--
-- grain:   line
-- returns: line bigint, written text

select
    cells.line,
    trim(cells.numbers) as written
from cells
where regexp_matches(cells.numbers, '^\D*\d{1,3}[.,]\d{3}\D*$')
order by cells.line
limit 100;
