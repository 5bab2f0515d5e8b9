-- Notes that the store has changed once more.
--
-- params: data_version int

update store_state
set data_version = $data_version
