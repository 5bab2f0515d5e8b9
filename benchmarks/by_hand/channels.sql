-- What an analyst would ask of the same tables for each figure of the Channels screen.

-- figure: channels and products, whose sums are the cards and the bars
select *
from (
    select channel, product, sum(impressions), sum(clicks), sum(spend), sum(calls), sum(calls_missed), sum(forms)
    from funnel_day where day between $first and $last group by all
) as ads
full join (
    select channel, product, sum(leads), sum(leads_answered), sum(leads_marked), sum(target_leads), sum(orders),
        sum(phone_orders), sum(revenue), sum(refunds), sum(cogs), sum(refunded_cogs), sum(revenue_without_cost),
        sum(order_squares)
    from cohort_day where day between $first and $last group by all
) as leads using (channel, product);

-- figure: the same before, which the cards are compared with
select *
from (
    select channel, product, sum(impressions), sum(clicks), sum(spend), sum(calls), sum(calls_missed), sum(forms)
    from funnel_day where day between $then_first and $then_last group by all
) as ads
full join (
    select channel, product, sum(leads), sum(leads_answered), sum(leads_marked), sum(target_leads), sum(orders),
        sum(phone_orders), sum(revenue), sum(refunds), sum(cogs), sum(refunded_cogs), sum(revenue_without_cost),
        sum(order_squares)
    from cohort_day where day between $then_first and $then_last group by all
) as leads using (channel, product);

-- figure: how old each source is
select kind, platform, min(day), max(day) from coverage_day where day <= $today group by all;

-- figure: orders still to come: leads of the period by their age
select day, sum(leads), sum(orders), sum(revenue)
from cohort_day where day between $first and $last group by all order by all;

-- figure: orders still to come: what leads became
select sum(leads), sum(orders) from cohort_day where day between $grown_first and $grown_last;

-- figure: orders still to come: how long they took
select sold_day - lead_day as age, sum(orders)
from lag_day where lead_day between $grown_first and $grown_last group by all;

-- figure: amounts without a rate
select kind, currency, sum(amount), count(distinct day)
from unconverted_day where day between $first and $last group by all;

-- figure: what came by phone
select way, sum(orders), sum(revenue), sum(refunds), sum(cogs), sum(refunded_cogs), sum(revenue_without_cost)
from attribution where lead_day between $first and $last group by all;

-- figure: the flags of what happened
select day, day_to, what, text from event_day where day <= $last and day_to >= $first
