"""One report for each reader: named queries and the domain's rules, made into one frozen object.

The page, the command line and every export draw that object, so they cannot show different numbers.
"""
