-- The lines of a file that are no rows of its report, told apart: totals, and the footer that says whose it is.
--
-- grain:   line
-- params:  footer_marks text
-- returns: line bigint, is_footer boolean

select
    sorted_out.line,
    regexp_matches(word_of(cells.first_cell), $footer_marks) as is_footer
from sorted_out
inner join cells
    on sorted_out.line = cells.line
where sorted_out.fault = 'total'
order by sorted_out.line
limit 1000;
