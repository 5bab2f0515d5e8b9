-- Between which days each product was ever sold.
--
-- grain:   product
-- params:  none
-- returns: product text, first_day date, last_day date

select
    goods.product,
    min(goods.day) as first_day,
    max(goods.day) as last_day
from goods_day as goods
where
    goods.product <> ''
    and goods.revenue > 0
group by goods.product
order by goods.product
