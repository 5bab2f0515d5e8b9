-- Mappings that people saved for this client's own tables: every version, who saved it and when. The newest version of
-- each number is in force, unless it says that the mapping was removed.

-- grain: number, version
create table mappings (
    number integer not null,
    version integer not null,
    name text not null,
    contents text not null,
    saved_at timestamp not null,
    saved_by text not null,
    removed boolean not null
);
