-- Numbers of a file whose decimal mark is a point: spaces, apostrophes and the other mark part the thousands.
--
-- returns: macros number_text, amount (decimal(18,4); null where the cell is not a number)

create or replace temp macro number_text(cell) as
regexp_replace(
    regexp_replace(
        replace(trim(cell), '−', '-'),
        '^[A-Z]{3}\s?|\s?[A-Z]{3}$|\p{Sc}|\s?руб\.?$|\s?р\.$|^kr\.?\s?|\s?kr\.?$',
        '',
        'g'
    ),
    '[\x{00A0}\x{202F}\x{2009}\x{2007}\s]',
    ' ',
    'g'
);

create or replace temp macro amount(cell) as
coalesce(try_cast(cell as decimal(18, 4)), case
    when cell is null or regexp_matches(cell, '\d[.,]?\s?\p{Sc}\s?[.,]?\d') then null
    when regexp_full_match(cell, '-?\d{1,3}(,\d{3})+(\.\d+)?')
        then try_cast(replace(cell, ',', '') as decimal(18, 4))
    when regexp_full_match(trim(number_text(cell)), '[-+]?\s?(\d+|\d{1,3}([ ,''’]\d{2,3})*[ ,''’]\d{3})(\.\d*)?')
        then try_cast(regexp_replace(number_text(cell), '[ ,''’+]', '', 'g') as decimal(18, 4))
    when regexp_full_match(trim(number_text(cell)), '\((\d+|\d{1,3}([ ,''’]\d{2,3})*[ ,''’]\d{3})(\.\d*)?\)')
        then -try_cast(regexp_replace(number_text(cell), '[ ,''’()]', '', 'g') as decimal(18, 4))
end);
