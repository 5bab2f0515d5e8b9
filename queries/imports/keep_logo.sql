-- Keeps a picture, in base64, under its SHA-256; the same one is kept once.
--
-- params: sha256 text, picture text

insert into logos (sha256, picture)
select
    cast($sha256 as text) as sha256,
    cast($picture as text) as picture
where not exists (
    select 1
    from logos
    where logos.sha256 = $sha256
)
