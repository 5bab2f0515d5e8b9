-- Which earlier version of the settings a version restores, and the pictures that versions of them name as the logo.

alter table profile add column restored integer;

-- grain: sha256
create table logos (
    sha256 text not null,
    picture text not null
);
