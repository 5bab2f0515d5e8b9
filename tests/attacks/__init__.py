"""Attacks on a server of the whole product. Each attempt is counted; `python -m tests.attacks` prints the counts."""
