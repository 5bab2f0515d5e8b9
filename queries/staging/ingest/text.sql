-- How a cell of text is read, whatever the file: blanks, words, yes and no, seconds, currencies, hidden contacts.
--
-- returns: macros is_blank, text_of, word_of, yes_no, seconds_of, is_extension, currency_of, beside_number,
--          currency_beside, without_contacts, bare_title

create or replace temp macro is_blank(cell) as
case
    when cell is null then true
    when length(cell) > 8 then false
    else trim(cell, chr(160) || ' -—–') = '' or lower(trim(cell)) in ('n/a', '#n/a', 'null', 'none')
end;

create or replace temp macro text_of(cell) as
case
    when cell is null then ''
    when length(cell) < 5 and trim(cell, chr(160) || ' -—–') = '' then ''
    when contains(cell, chr(9)) or contains(cell, chr(160)) then trim(cell, chr(160) || chr(9) || ' ')
    else trim(cell)
end;

create or replace temp macro word_of(cell) as
lower(trim(coalesce(cell, ''), chr(160) || chr(9) || ' '));

create or replace temp macro yes_no(cell) as
case
    when lower(trim(cell)) in ('true', '1', 'yes', 'y', 'да', 'истина', 'qualified', 'целевой', 'target', 'так', 'ja')
        then true
    when
        lower(trim(cell)) in (
            'false',
            '0',
            'no',
            'n',
            'нет',
            'ложь',
            'not qualified',
            'unqualified',
            'not a lead',
            'нецелевой',
            'ні',
            'nee'
        )
        then false
end;

create or replace temp macro seconds_of(cell) as
case
    when is_blank(cell) then null
    when regexp_full_match(trim(cell), '\d{1,3}:\d{2}:\d{2}')
        then
            try_cast(split_part(trim(cell), ':', 1) as integer) * 3600
            + try_cast(split_part(trim(cell), ':', 2) as integer) * 60
            + try_cast(split_part(trim(cell), ':', 3) as integer)
    when regexp_full_match(trim(cell), '\d{1,4}:\d{2}')
        then
            try_cast(split_part(trim(cell), ':', 1) as integer) * 60
            + try_cast(split_part(trim(cell), ':', 2) as integer)
    else try_cast(amount(cell) as integer)
end;

-- A telephone within the firm: too short to be anybody's number.
create or replace temp macro is_extension(cell) as
regexp_full_match(trim(cell), '\d{2,4}|\d{5,6}-\d{2,4}');

create or replace temp macro currency_of(cell) as
case
    when length(cell) = 3 and upper(cell) = cell and cell between 'AAA' and 'ZZZ' then cell
    when is_blank(cell) then ''
    when regexp_full_match(trim(cell), '[A-Za-z]{3}') then upper(trim(cell))
    when
        lower(trim(cell)) in ('российский рубль', 'рубль', 'рубли', 'руб.', 'руб', 'р.', '₽', 'russian ruble')
        then 'RUB'
    when lower(trim(cell)) in ('доллар сша', 'доллар', 'us dollar', '$', 'us$') then 'USD'
    when lower(trim(cell)) in ('евро', 'euro', '€') then 'EUR'
    when lower(trim(cell)) in ('тенге', 'казахстанский тенге', '₸') then 'KZT'
    when lower(trim(cell)) in ('белорусский рубль', 'br') then 'BYN'
    when lower(trim(cell)) in ('гривна', 'гривня', 'украинская гривна', '₴') then 'UAH'
    when lower(trim(cell)) in ('узбекский сум', 'сум') then 'UZS'
    when lower(trim(cell)) in ('фунт стерлингов', 'pound sterling', '£') then 'GBP'
    when trim(cell) = '₹' then 'INR'
    when trim(cell) = '৳' then 'BDT'
    when trim(cell) = '₺' then 'TRY'
    when lower(trim(cell)) = 'zł' then 'PLN'
    when trim(cell) = '₪' then 'ILS'
    when trim(cell) = '₫' then 'VND'
end;

create or replace temp macro beside_number(cell) as
trim(regexp_replace(cell, '[\d\s\x{00A0}\x{202F}.,''’+\-−()]+', ' ', 'g'));

-- The currency whose sign or code stands beside an amount; null where none does, none that is known, or a bare dollar
-- sign, which many countries write.
create or replace temp macro currency_beside(cell) as
case when beside_number(cell) not in ('', '$') then currency_of(beside_number(cell)) end;

create or replace temp macro without_contacts(cell) as
regexp_replace(
    regexp_replace(cell, '[\w.+-]+@[\w-]+\.[\w.-]+', '•••', 'g'),
    '\+\d[\d\s().\-]{6,}\d|\b\d{10,15}\b|\b[78][\s\-(]*\d{3}[\s\-)]*\d{3}[\s\-]*\d{2}[\s\-]*\d{2}\b'
    || '|\(\d{3}\)\s*\d{3}[\s\-]\d{4}|\b\d{3}-\d{3}-\d{4}\b',
    '•••',
    'g'
);

create or replace temp macro bare_title(cell) as
trim(
    regexp_replace(
        cell,
        '^(заявка|сделка|лид|заказ|deal|lead|order)(\s+(на|с сайта|for|from site))?\s*[:№#]?\s*["«“](.+)["»”]\s*$',
        '\4', 'i'
    ),
    ' '
);
