"""Colours that can be read, on light paper and on dark, whatever the client's own colour is."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.look import DARK, LEAST_CONTRAST, LIGHT, Look, contrast, look_of, luminance

colours = st.integers(min_value=0, max_value=0xFFFFFF).map(lambda number: f"#{number:06X}")


def test_black_on_white_has_the_highest_contrast_there_is() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert (luminance("#000000"), luminance("#FFFFFF")) == (0, pytest.approx(1))


@given(colours, st.sampled_from(["light", "dark"]))
def test_a_clients_colour_becomes_readable_on_either_paper(colour: str, theme: str) -> None:
    look = look_of(theme, colour)
    assert contrast(look.accent, look.paper) >= LEAST_CONTRAST


def test_a_readable_colour_is_left_as_it_is() -> None:
    assert look_of("light", "#0F5F6B").accent == "#0F5F6B"
    assert look_of("dark", "#5FB7C3").accent == "#5FB7C3"


def test_yellow_is_darkened_on_light_paper_and_kept_on_dark() -> None:
    assert look_of("light", "#FFCC00").accent != "#FFCC00"
    assert look_of("dark", "#FFCC00").accent == "#FFCC00"


@pytest.mark.parametrize("stated", ["", "red", "#FFF", "#0F5F6B;}", "url(x)"])
def test_what_is_no_colour_is_our_own(stated: str) -> None:
    assert look_of("light", stated) == LIGHT
    assert look_of(None, stated) == LIGHT
    assert look_of("dark", stated) == DARK


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["ink", "accent", "good", "bad", "caution", "muted"])
def test_every_colour_of_text_can_be_read(look: Look, name: str) -> None:
    assert contrast(getattr(look, name), look.paper) >= LEAST_CONTRAST


def test_the_theme_of_the_server_has_the_same_colours(root: Path) -> None:
    theme = tomllib.loads((root / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
    for look, stated in ((LIGHT, theme["light"]), (DARK, theme["dark"])):
        assert stated["backgroundColor"] == look.paper
        assert stated["secondaryBackgroundColor"] == look.surface
        assert stated["textColor"] == look.ink
        assert stated["primaryColor"] == look.accent
        assert stated["borderColor"] == look.hairline
        assert (stated["greenColor"], stated["redColor"], stated["orangeColor"]) == (look.good, look.bad, look.caution)
    assert LIGHT.font.split(",")[0] in theme["font"]


def test_every_font_of_the_theme_ships_with_its_licence(root: Path) -> None:
    theme = tomllib.loads((root / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
    for face in theme["fontFaces"]:
        assert (root / face["url"].removeprefix("app/")).stat().st_size > 10_000
    licences = list((root / "static/fonts").glob("OFL-*.txt"))
    assert all("SIL Open Font License" in licence.read_text(encoding="utf-8") for licence in licences)
    assert len(licences) == len({face["family"] for face in theme["fontFaces"]})
    assert sum(file.stat().st_size for file in (root / "static").rglob("*.woff2")) < 600_000
