"""The server's own addresses and what stands before every other: shared links, sign-in, headers, the gate, health."""
