"""Sverka: the marketing report that an agency and its client can both sign."""

import os

__version__ = "0.1.0"

# The matrices here are small: several threads for one cost four times the work in waiting, and take the processors from
# other readers. Read once, when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
