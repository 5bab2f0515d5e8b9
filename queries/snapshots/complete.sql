-- Brings everything written into the snapshot's file.

checkpoint snapshot
