-- Every row of a table of daily rates, with what is wrong with it in `fault` (null: nothing). Of two
-- rates of one day neither is taken: nobody knows which is true.
--
-- grain:   line
-- params:  zone text
-- returns: table rates: the canonical columns, line, fault

create table rates as
select
    day_of(cells.day, $zone) as day,
    currency_of(cells.currency) as currency,
    rate_of(cells.rate) as rate,
    cells.line,
    case
        when cells.odd then 'odd'
        when day_of(cells.day, $zone) is null then 'day'
        when coalesce(currency_of(cells.currency), '') = '' then 'currency'
        when coalesce(rate_of(cells.rate), 0) <= 0 then 'number'
        when
            min(rate_of(cells.rate)) over same_day < max(rate_of(cells.rate)) over same_day
            then 'two_rates'
    end as fault
from cells
window same_day as (partition by day_of(cells.day, $zone), currency_of(cells.currency));
