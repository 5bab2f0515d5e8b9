-- Where the rows go that are not kept.
--
-- grain:   line
-- returns: table rejects: line bigint, reason text, content text

create table rejects (line bigint not null, reason text not null, content text not null);
