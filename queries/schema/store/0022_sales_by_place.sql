-- Where each sale of the funnel was made, so that what a place of one year sold can be taken out of both years'
-- channels: the grain of both marts is day, channel, campaign, product, location; '' where nobody says, and of ads and
-- leads. Marts are rebuilt after a migration; until then an old row has no place.

alter table funnel_day add column location text default '';
alter table cohort_day add column location text default '';
