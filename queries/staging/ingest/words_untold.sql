-- The values of a column of which a mapping says nothing, and how many rows have each, the most frequent first.
--
-- grain:   word
-- params:  words text[]
-- returns: word text, counted bigint

select
    word_of(told_about.cell) as word,
    count(*) as counted
from told_about
where
    not is_blank(told_about.cell)
    and not list_contains($words, word_of(told_about.cell))
group by word
order by
    counted desc,
    word asc
limit 50;
