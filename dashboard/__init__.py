"""Sverka: the marketing report that an agency and its client can both sign."""

__version__ = "0.1.0"
