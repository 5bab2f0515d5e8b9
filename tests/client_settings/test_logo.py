"""A logo is made anew: small, a PNG, and with nothing of the file but its points."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from dashboard.client_settings import logo
from dashboard.domain.errors import SettingsInvalid


def picture(kind: str, size: tuple[int, int] = (900, 300), **told: object) -> bytes:
    into = io.BytesIO()
    Image.new("RGB", size, "#7A4E8A").save(into, kind, **told)
    return into.getvalue()


@pytest.mark.parametrize("kind", logo.FORMATS)
def test_a_picture_becomes_a_small_png(kind: str) -> None:
    with Image.open(io.BytesIO(logo.made(picture(kind)))) as made:
        assert (made.format, made.size) == ("PNG", (288, 96))


def test_what_the_file_says_beside_its_points_is_left_behind() -> None:
    remarks = Image.Exif()
    remarks[0x010E] = "taken at home by Anna"
    sent = picture("JPEG", exif=remarks)
    assert b"taken at home" in sent
    made = logo.made(sent)
    assert b"taken at home" not in made
    with Image.open(io.BytesIO(made)) as shown:
        assert not shown.getexif()


@pytest.mark.parametrize(
    "sent",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"GIF89a" + bytes(100),
        b"",
        picture("PNG")[:60],
        bytes(logo.LARGEST_FILE + 1),
        picture("PNG", (5000, 4000)),
    ],
    ids=["svg", "gif", "nothing", "half a png", "too large", "too many points"],
)
def test_what_is_no_such_picture_is_refused(sent: bytes) -> None:
    with pytest.raises(SettingsInvalid):
        logo.made(sent)
