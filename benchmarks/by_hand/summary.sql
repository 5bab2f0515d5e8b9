-- What an analyst would ask of the same tables for each figure of the Summary screen.

-- figure: thirteen months of every channel, the last of which are the cards
select date_trunc('month', day) as month, channel, sum(spend), sum(orders), sum(phone_orders), sum(leads),
    sum(revenue), sum(refunds), sum(cogs), sum(refunded_cogs), sum(revenue_without_cost), sum(order_squares)
from funnel_day where day between $year_first and $last group by all order by all;

-- figure: how old each source is
select kind, platform, min(day), max(day) from coverage_day where day <= $today group by all;

-- figure: amounts without a rate
select kind, currency, sum(amount), count(distinct day)
from unconverted_day where day between $first and $last group by all;

-- figure: the note
select month, author, text, next_steps from note_month where month between $first and $last
