-- Keeps what the decided names mean as the marts have just been built with.

delete from name_built;

insert into name_built by name
select
    name_now.kind,
    name_now.channel,
    name_now.text,
    name_now.meaning
from name_now;
