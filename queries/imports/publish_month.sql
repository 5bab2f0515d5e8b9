-- Notes that a month's figures were given to the owner.
--
-- params: month date, published_at timestamp, published_by text, data_version int

insert into published_month (month, published_at, published_by, data_version)
values ($month, $published_at, $published_by, $data_version)
