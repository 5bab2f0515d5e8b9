-- Whether the settings of this database are held already.
--
-- grain:   one row
-- returns: is_locked bool

select cast(current_setting('lock_configuration') as boolean) as is_locked
