-- Keeps a new version of the client's settings.
--
-- params: version int, saved_at timestamp, saved_by text, settings text, restored int

insert into profile (version, saved_at, saved_by, settings, restored)
values ($version, $saved_at, $saved_by, $settings, $restored)
