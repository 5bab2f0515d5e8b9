-- A picture in base64, by its SHA-256.
--
-- grain:   sha256
-- params:  sha256 text
-- returns: picture text

select logos.picture
from logos
where logos.sha256 = $sha256
