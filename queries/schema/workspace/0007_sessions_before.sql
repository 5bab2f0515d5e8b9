-- A session that goes on from another: opening a further link makes a new one, so that whoever planted the old cookie
-- in a browser learns of nothing that is opened after. Signing out ends those before as well.

alter table sessions add column before_hash text;
