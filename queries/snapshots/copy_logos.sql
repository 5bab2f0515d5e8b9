-- Copies the pictures that versions of the settings name.

create table snapshot.logos as
select
    sha256,
    picture
from logos
order by sha256
