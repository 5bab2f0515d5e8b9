-- The record can only be added to: every line carries its number and a chain (the hash of the line and of the chain
-- before it), and the database itself refuses to change or delete one.
-- A statement under `only:` is for that database alone. Portable between SQLite and PostgreSQL.

alter table audit add column seq bigint;

alter table audit add column chain text not null default ''; -- '': older than the chain

update audit set
    seq = (
        select count(*)
        from audit as earlier
        where earlier.at < audit.at or (earlier.at = audit.at and earlier.id <= audit.id)
    );

create unique index audit_seq on audit (seq);

create index audit_client on audit (client, seq);

create index audit_what on audit (what, seq);

create index audit_who on audit (who, seq);

-- Where the chain stands: whoever adds a line holds this one, so lines come one after another.
create table audit_head (
    one integer primary key check (one = 1),
    seq bigint not null,
    chain text not null
);

insert into audit_head (one, seq, chain)
select
    1 as one,
    count(*) as seq,
    '' as chain
from audit;

-- noqa: disable=PRS
-- only: sqlite
create trigger audit_changes_no_line before update on audit begin
    select raise(abort, 'the record can only be added to');
end;

-- only: sqlite
create trigger audit_deletes_no_line before delete on audit begin
    select raise(abort, 'the record can only be added to');
end;

-- only: sqlite
create trigger audit_replaces_no_line before insert on audit
when exists (select 1 from audit where id = new.id or seq = new.seq) begin
    select raise(abort, 'the record can only be added to');
end;

-- only: postgresql
create function audit_only_grows() returns trigger language plpgsql as
'begin raise exception ''the record can only be added to''; end';

-- only: postgresql
create trigger audit_only_grows before update or delete or truncate on audit
for each statement execute function audit_only_grows();
