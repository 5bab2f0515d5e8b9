-- Sets what the rows without a currency are in.
--
-- params: currency text

set variable own_currency = $currency
