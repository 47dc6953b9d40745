"""Pictures and files measured: type, size, and for pictures width and height from their header; and pictures made of others."""

from collections.abc import Mapping
from mimetypes import MimeTypes
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from patrika.model.encoding import digest_of_bytes
from patrika.model.media import PICTURE_TYPES, WIDEST, Media, media_url

if TYPE_CHECKING:
    import pyvips

_TYPES = MimeTypes(filenames=())
for _ending, _type in {
    ".flac": "audio/flac", ".m4a": "audio/mp4", ".oga": "audio/ogg", ".ogg": "audio/ogg", ".opus": "audio/ogg",
    ".wav": "audio/wav", ".m4v": "video/mp4", ".ogv": "video/ogg", ".vtt": "text/vtt", ".weba": "audio/webm",
}.items():  # fmt: skip
    # What browsers call them; Python's own table lacks some and differs from version to version.
    _TYPES.add_type(_type, _ending)
_TURNED = (5, 6, 7, 8)
"""EXIF orientations in which height and width change places."""

_POSITION = "exif-ifd3-"
"""How the names of the fields begin in which a camera writes where it was (EXIF's GPS IFD)."""

_TO_THE_END = "[fail_on=truncated]"
"""Else a picture that breaks off is grey from there on. As an argument of `thumbnail` libvips 8.18 does not heed it."""

_SAVED: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "image/jpeg": ("jpegsave_buffer", {"Q": 85, "interlace": True, "optimize_coding": True}),
    "image/png": ("pngsave_buffer", {"compression": 9}),
    "image/webp": ("webpsave_buffer", {"Q": 85}),
    "image/avif": ("heifsave_buffer", {"Q": 65, "compression": "av1"}),
}
"""How pictures are written of which another is made: of these types alone."""


def measure(path: str, content: bytes) -> Media:
    """Return a file of content/ or static/ measured. `path` is from the site's root.

    Width and height are 0 for what is no picture or cannot be read as one. Of files of static/ nothing is made: they keep
    their bytes.
    """
    ending = "." + path.rpartition(".")[2].lower()
    picture_type = PICTURE_TYPES.get(ending)
    width, height, unfit = _shape(content) if picture_type else (0, 0, False)
    made = unfit and picture_type in _SAVED and path.startswith("content/")
    if made and width > WIDEST:
        width, height = WIDEST, max(1, round(height * WIDEST / width))
    return Media(
        path=path,
        url=media_url(path),
        type=picture_type or _TYPES.guess_type(quote(path))[0] or "application/octet-stream",
        size=len(content),
        width=width,
        height=height,
        digest=digest_of_bytes(content),
        made=made,
    )


def _shape(content: bytes) -> tuple[int, int, bool]:
    """Return width and height of a picture as shown, and whether another must be published in its place."""
    import pyvips

    try:
        image = pyvips.Image.new_from_buffer(content, "")
    except pyvips.Error:
        return 0, 0, False
    orientation = image.get("orientation") if image.get_typeof("orientation") else 1
    width, height = (image.height, image.width) if orientation in _TURNED else (image.width, image.height)
    moves = image.get_typeof("n-pages") and image.get("n-pages") > 1
    return width, height, not moves and (orientation > 1 or width > WIDEST or _tells_position(image))


def _tells_position(image: "pyvips.Image") -> bool:
    if any(name.startswith(_POSITION) for name in image.get_fields()):
        return True
    return bool(image.get_typeof("xmp-data")) and b"GPSL" in image.get("xmp-data")


def made_of(content: bytes, media: Media) -> bytes | None:
    """Return the bytes of the picture that is published in place of one, None where that cannot be read to its end. Of what a
    camera wrote into it the colour profile alone is kept."""
    import pyvips

    save, options = _SAVED[media.type]
    try:
        picture = pyvips.Image.thumbnail_buffer(
            content, media.width, height=media.height, size="force", option_string=_TO_THE_END
        )
        made: bytes = getattr(picture, save)(keep="icc", **options)
    except pyvips.Error:
        return None
    return made
