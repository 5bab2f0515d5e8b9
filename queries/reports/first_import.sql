-- When the first file came in; empty where none did.
--
-- grain:   one row
-- params:  none
-- returns: imported_at timestamp

select min(imports.imported_at) as imported_at
from imports
