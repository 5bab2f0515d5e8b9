-- Calls outside the working hours, which are no missed ones. Marts are rebuilt after a migration; until then an old row
-- has none of them.

alter table funnel_day add column calls_off_hours bigint default 0;
