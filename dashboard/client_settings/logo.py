"""A client's logo: whatever picture was sent, made anew as a small PNG that carries nothing but its points."""

from __future__ import annotations

import io
import warnings

from PIL import Image, UnidentifiedImageError

from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.phrase import Number, say

FORMATS = ("PNG", "JPEG", "WEBP")
LARGEST_FILE = 1024 * 1024
MOST_POINTS = 16_000_000
BOX = (360, 96)  # twice what the page shows, for dense screens
_HEAVY = 48 * 1024


def made(sent: bytes) -> bytes:
    """The picture as a PNG of at most BOX, without the file's own remarks (place, camera, author).

    Raises SettingsInvalid for what is no PNG, JPEG or WebP, a file of more than 1 MB, or a picture of too many points.
    An SVG is a program as well as a picture, and is refused.
    """
    if len(sent) > LARGEST_FILE:
        raise SettingsInvalid(
            say("The logo’s file is larger than {most} MB. Make it smaller. Nothing was changed.", most=Number(1))
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the points are counted below
            with Image.open(io.BytesIO(sent), formats=FORMATS) as picture:
                if picture.width * picture.height > MOST_POINTS:
                    raise SettingsInvalid(
                        say(
                            "The logo has {width} × {height} points: that is too many. Make it smaller. "
                            "Nothing was changed.",
                            width=Number(picture.width),
                            height=Number(picture.height),
                        )
                    )
                return _written(picture)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise SettingsInvalid(
            say("This is no picture that can be a logo: expected PNG, JPEG or WebP. Nothing was changed.")
        ) from error


def _written(picture: Image.Image) -> bytes:
    plain = picture.convert("RGBA")
    plain.thumbnail(BOX, Image.Resampling.LANCZOS)
    points = Image.new("RGBA", plain.size)
    points.paste(plain)  # a new picture, so that nothing of the old one's remarks comes along
    png = _png(points)
    return png if len(png) <= _HEAVY else _png(points.quantize(128))


def _png(picture: Image.Image) -> bytes:
    into = io.BytesIO()
    picture.save(into, "PNG", optimize=True)
    return into.getvalue()
