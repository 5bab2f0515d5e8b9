-- Takes the days to rebuild out of the marts of single days; the new rows follow in the same transaction.

delete from funnel_day
where funnel_day.day in (select touched_day.day from touched_day);

delete from cohort_day
where cohort_day.day in (select touched_day.day from touched_day);

delete from ad_group_day
where ad_group_day.day in (select touched_day.day from touched_day);

delete from attribution
where attribution.sold in (select touched_day.day from touched_day);

delete from lag_day
where lag_day.lead_day in (select touched_day.day from touched_day);

delete from refund_day
where refund_day.day in (select touched_day.day from touched_day);

delete from refund_lag_day
where refund_lag_day.sold_day in (select touched_day.day from touched_day);

delete from foreign_day
where foreign_day.day in (select touched_day.day from touched_day);

delete from goods_day
where goods_day.day in (select touched_day.day from touched_day);

delete from customer_day
where customer_day.day in (select touched_day.day from touched_day);

delete from answer_day
where answer_day.day in (select touched_day.day from touched_day);

delete from refund_booked
where refund_booked.day in (select touched_day.day from touched_day);

delete from coverage_day
where coverage_day.day in (select touched_day.day from touched_day);

delete from unconverted_day
where unconverted_day.day in (select touched_day.day from touched_day);

delete from series_span
where series_span.day in (select touched_day.day from touched_day);

delete from plan_month;

delete from event_day;

delete from note_month;
