-- A place in memory for rows that a person typed.

attach ':memory:' as reading
