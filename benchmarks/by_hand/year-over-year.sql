-- What an analyst would ask of the same tables for each figure of the Year over year screen.

-- figure: the days of this year
select day, sum(impressions), sum(clicks), sum(spend), sum(calls), sum(calls_missed), sum(forms), sum(leads),
    sum(leads_answered), sum(leads_marked), sum(target_leads), sum(orders), sum(phone_orders), sum(revenue),
    sum(refunds), sum(cogs), sum(refunded_cogs), sum(revenue_without_cost), sum(order_squares)
from funnel_day where day between $first and $last group by all order by all;

-- figure: the days of last year
select day, sum(impressions), sum(clicks), sum(spend), sum(calls), sum(calls_missed), sum(forms), sum(leads),
    sum(leads_answered), sum(leads_marked), sum(target_leads), sum(orders), sum(phone_orders), sum(revenue),
    sum(refunds), sum(cogs), sum(refunded_cogs), sum(revenue_without_cost), sum(order_squares)
from funnel_day where day between $ago_first and $ago_last group by all order by all;

-- figure: coverage of this year
select day, kind, platform from coverage_day where day between $first and $last and row_count > 0 order by all;

-- figure: coverage of last year
select day, kind, platform from coverage_day where day between $ago_first and $ago_last and row_count > 0 order by all;

-- figure: what happened this year
select day, day_to, what, text from event_day where day <= $last and day_to >= $first;

-- figure: what happened last year
select day, day_to, what, text from event_day where day <= $ago_last and day_to >= $ago_first;

-- figure: channels of this year
select date_trunc('month', day) as month, channel, sum(spend), sum(orders), sum(phone_orders), sum(leads),
    sum(revenue), sum(refunds), sum(cogs), sum(refunded_cogs), sum(revenue_without_cost), sum(order_squares)
from funnel_day where day between $first and $last group by all order by all;

-- figure: channels of last year
select date_trunc('month', day) as month, channel, sum(spend), sum(orders), sum(phone_orders), sum(leads),
    sum(revenue), sum(refunds), sum(cogs), sum(refunded_cogs), sum(revenue_without_cost), sum(order_squares)
from funnel_day where day between $ago_first and $ago_last group by all order by all;

-- figure: how old each source is
select kind, platform, min(day), max(day) from coverage_day where day <= $today group by all;

-- figure: young leads: those of the period by their age
select day, sum(leads), sum(orders), sum(revenue)
from cohort_day where day between $first and $last group by all order by all;

-- figure: young leads: what leads became
select sum(leads), sum(orders) from cohort_day where day between $grown_first and $grown_last;

-- figure: young leads: how long orders took
select sold_day - lead_day as age, sum(orders)
from lag_day where lead_day between $grown_first and $grown_last group by all;

-- figure: the same age of this year
select sum(orders), sum(revenue) from lag_day where lead_day between $first and $last and sold_day <= $last;

-- figure: the same age of last year
select sum(orders), sum(revenue) from lag_day where lead_day between $ago_first and $ago_last and sold_day <= $ago_last;

-- figure: amounts without a rate
select kind, currency, sum(amount), count(distinct day)
from unconverted_day where day between $first and $last group by all
