-- Empties the marts (not the calendar) before all days are made anew in the same transaction.

delete from funnel_day;

delete from cohort_day;

delete from ad_group_day;

delete from attribution;

delete from lag_day;

delete from refund_day;

delete from refund_lag_day;

delete from foreign_day;

delete from goods_day;

delete from customer_day;

delete from answer_day;

delete from refund_booked;

delete from coverage_day;

delete from unconverted_day;

delete from series_span;

delete from plan_month;

delete from event_day;

delete from note_month;
