-- Whether the amounts of a sale, as its export tells them, include value-added tax.

alter table raw_sales add column includes_vat boolean default false;
