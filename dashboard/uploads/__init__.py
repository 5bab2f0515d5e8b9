"""Files that people send through the browser: kept on the disk, read and added by a process beside the server."""
