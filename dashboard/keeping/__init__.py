"""What is kept of a client and its customers, and how it goes: archived, given out whole, erased, forgotten."""
