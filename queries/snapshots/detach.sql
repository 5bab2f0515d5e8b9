-- Closes the snapshot's file.

detach snapshot
