-- Notes in the file written anew that it is.

update compacted.store_state
set compact_due = false
