-- Numbers of a file that say by themselves which mark is the decimal one.
--
-- grain:   written
-- returns: written text

select distinct trim(cells.numbers) as written
from cells
where
    regexp_matches(cells.numbers, '[.,]')
    and not regexp_matches(cells.numbers, '^\D*\d{1,3}[.,]\d{3}\D*$')
order by written
limit 1000;
