"""The machine and the versions that figures were measured on."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version

LIBRARIES = ("duckdb", "streamlit", "pandas", "plotly")


def described() -> str:
    """One paragraph: processors, memory, versions, and how busy the machine is now."""
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{os.cpu_count()} processors ({_processor()}), {_memory()} of memory, {platform.system()} "
        f"{platform.machine()}, Python {platform.python_version()}, {versions}."
    )


def load() -> str:
    """How many processes wanted a processor in the last minute, on average; '' where the system does not say."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as told:
            names = [line.partition(":")[2].strip() for line in told if line.startswith("model name")]
        return names[0]
    except (OSError, IndexError):
        return platform.processor() or "unnamed"


def _memory() -> str:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return "an unknown amount"
    return f"{size / 2**30:.0f} GiB"
