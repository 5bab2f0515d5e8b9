"""A made-up agency with two made-up clients: two years of exports in the layouts of the real platforms.

Nobody in it exists. The same end date and seed give the same bytes.
"""

from __future__ import annotations

from sample_data.generation import CLIENTS, SampleFile, generate, settings_of

__all__ = ["CLIENTS", "SampleFile", "generate", "settings_of"]
