-- Where a sale was made: the store, branch, region or site; '' where the file did not say.

alter table raw_sales add column location text default '';
