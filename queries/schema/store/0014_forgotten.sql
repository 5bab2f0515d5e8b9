-- Whom the client's customers asked to forget: a hash of a keyed hash, which only tells that a phone or an e-mail met
-- later is one of them.

-- grain: mark
create table forgotten (
    mark text primary key,
    forgotten_at timestamp not null,
    forgotten_by text not null
);

-- Whether the file still has to be written anew, so that its free pages hold nothing of what was removed.
alter table store_state add column compact_due boolean default false;
