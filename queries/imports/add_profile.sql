-- Keeps a new version of the client's settings.
--
-- params: version int, saved_at timestamp, saved_by text, settings text

insert into profile (version, saved_at, saved_by, settings)
values ($version, $saved_at, $saved_by, $settings)
