-- Notes that the file has to be written anew.

update store_state
set compact_due = true
