"""Photographs as a camera writes them, small and quickly made."""

from typing import Any

import pyvips

POSITION = {"exif-ifd3-GPSLatitude": "23/1 46/1 0/1", "exif-ifd0-Model": "Camera"}


def photo(width: int, height: int, ending: str = ".jpg", **fields: Any) -> bytes:
    """Return a picture whose left half is black and whose right half is white, with fields that a camera writes."""
    black, white = (pyvips.Image.black(width // 2, height) + tone for tone in (0, 255))
    image = black.join(white, "horizontal").cast("uchar").bandjoin([0, 0]).copy(interpretation="srgb")
    for name, value in fields.items():
        kind = pyvips.GValue.gint_type if isinstance(value, int) else pyvips.GValue.gstr_type
        image.set_type(kind, name, value)
    return bytes(image.write_to_buffer(ending))
