-- What people decided that a name means: every decision with who and when, those taken back too. A decision is in force
-- until it is withdrawn; one with no meaning says that the name is one of its own. `channel` is empty for a product.

-- grain: number
create table name_decisions (
    number integer not null,
    kind text not null,
    channel text not null,
    name text not null,
    meaning text not null,
    decided_at timestamp not null,
    decided_by text not null,
    withdrawn_at timestamp,
    withdrawn_by text
);

-- What each decided name meant the last time marts were built, so that the next change can tell what it moves.

-- grain: kind, channel, text
create table name_built (
    kind text not null,
    channel text not null,
    text text not null,
    meaning text not null
);
