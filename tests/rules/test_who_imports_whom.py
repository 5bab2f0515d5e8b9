"""Imports point one way, so that each part can be read, tested and replaced without the ones above it."""

from __future__ import annotations

from pathlib import Path

from tests.rules.source import for_each, imported_modules, python_files

# part → the parts of the product it may import; a part may always import itself.
MAY_IMPORT: dict[str, set[str]] = {
    "domain": set(),
    "migrations": {"domain"},
    "settings": {"domain"},
    "providers": {"domain", "settings"},
    "i18n": {"domain"},
    "ingest": {"domain"},
    "warehouse": {"domain", "migrations"},
    "access": {"domain", "migrations", "i18n"},  # i18n: the few pages that the doors write themselves
    "reports": {"domain", "warehouse", "i18n"},  # the JSON of a report carries its sentences in English
    "charts": {"domain", "reports", "i18n"},
    "workspace": {"domain", "settings", "warehouse", "access"},
    "ledger": {"domain", "access", "warehouse", "workspace"},
    "intake": {"domain", "ingest", "warehouse", "workspace", "i18n", "reports", "ledger"},
    "exports": {"domain", "i18n", "warehouse", "reports"},
    "downloads": {"domain", "i18n", "access", "warehouse", "workspace", "exports"},
    "sources": {"domain", "i18n", "access", "ingest", "warehouse", "workspace", "intake", "settings"},
    "audit_files": {"domain", "i18n", "access", "workspace", "exports"},
    "mappings": {"domain", "ingest", "workspace"},
    "names": {"domain", "reports", "workspace", "ledger"},
    "client_settings": {"domain", "i18n", "settings", "access", "warehouse", "workspace", "reports", "ledger"},
    "uploads": {"domain", "access", "intake", "warehouse", "workspace"},  # access: from where the record says it came
    "keeping": {"domain", "i18n", "ingest", "access", "warehouse", "workspace", "uploads"},
    "progress": {"domain"},
    "terminal": {"i18n"},
    "demonstration": {"domain", "intake", "settings", "access", "warehouse", "workspace"},
    "ui": {
        "audit_files",
        "domain",
        "i18n",
        "settings",
        "reports",
        "charts",
        "access",
        "warehouse",
        "workspace",
        "intake",
        "mappings",
        "names",
        "ledger",
        "sources",
        "uploads",
        "keeping",
        "client_settings",
    },
}
COMPOSERS = {
    "audit_commands",
    "commands",
    "client_commands",
    "health_commands",
    "keeping_commands",
    "mapping_commands",
    "names_commands",
    "people_commands",
    "report_commands",
    "source_commands",
    "template_commands",
    "import_commands",
    "link_commands",
    "cli",
    "serve",
    "main",
    "__main__",
}  # they put the parts together and hold no logic of theirs
PAGES_MAY_IMPORT = {"domain", "i18n", "reports", "charts", "ui"}
STREAMLIT_IN = ("dashboard/ui/", "pages/", "dashboard/main.py", "dashboard/serve.py", "app.py")


def part(module: str) -> str:
    return module.split(".")[1] if module.startswith("dashboard.") else ""


@for_each(python_files("dashboard"))
def test_a_part_imports_only_what_stands_below_it(path: Path) -> None:
    own = path.relative_to("dashboard").with_suffix("").parts[0]
    if own in COMPOSERS or own == "__init__":
        return
    allowed = MAY_IMPORT[own] | {own, "__version__"}
    used = {part(module) for module in imported_modules(path) if module.startswith("dashboard")} - {""}
    assert used <= allowed, f"{path} imports {sorted(used - allowed)}"


@for_each(python_files("pages"))
def test_a_page_imports_reports_charts_and_ui_only(path: Path) -> None:
    used = {part(module) for module in imported_modules(path) if module.startswith("dashboard")} - {""}
    assert used <= PAGES_MAY_IMPORT, f"{path} imports {sorted(used - PAGES_MAY_IMPORT)}"


@for_each(python_files("dashboard", "sample_data"))
def test_streamlit_stays_where_screens_are_drawn(path: Path) -> None:
    if str(path).startswith(STREAMLIT_IN):
        return
    assert not [module for module in imported_modules(path) if module.split(".")[0] == "streamlit"]


@for_each(python_files("dashboard/domain"))
def test_the_domain_reads_and_writes_nothing(path: Path) -> None:
    outside = {
        "duckdb",
        "sqlalchemy",
        "pandas",
        "requests",
        "urllib",
        "socket",
        "subprocess",
        "os",
        "shutil",
        "sqlite3",
    }
    assert not outside & {module.split(".")[0] for module in imported_modules(path)}


@for_each(python_files("dashboard/charts"))
def test_charts_are_plain_dicts_without_the_plotting_library(path: Path) -> None:
    # Building plotly's own objects costs ten times the rest of a rerun; the dicts are checked by tests/charts.
    assert "plotly" not in {module.split(".")[0] for module in imported_modules(path)}
