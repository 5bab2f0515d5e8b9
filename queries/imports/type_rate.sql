-- A day's rate of a currency, as typed.
--
-- params: day date, currency text, rate money

insert into reading.rates (day, currency, rate, line)
values ($day, $currency, $rate, 1)
