"""Pictures and files measured: type, size, and for pictures width and height from their header."""

from mimetypes import MimeTypes
from urllib.parse import quote

from patrika.model.encoding import digest_of_bytes
from patrika.model.media import PICTURE_TYPES, Media, media_url

_TYPES = MimeTypes(filenames=())
for _ending, _type in {
    ".flac": "audio/flac", ".m4a": "audio/mp4", ".oga": "audio/ogg", ".ogg": "audio/ogg", ".opus": "audio/ogg",
    ".wav": "audio/wav", ".m4v": "video/mp4", ".ogv": "video/ogg", ".vtt": "text/vtt", ".weba": "audio/webm",
}.items():  # fmt: skip
    # What browsers call them; Python's own table lacks some and differs from version to version.
    _TYPES.add_type(_type, _ending)
_TURNED = (5, 6, 7, 8)
"""EXIF orientations in which height and width change places."""


def measure(path: str, content: bytes) -> Media:
    """Return a file of content/ or static/ measured. `path` is from the site's root.

    Width and height are 0 for what is no picture or cannot be read as one.
    """
    ending = "." + path.rpartition(".")[2].lower()
    picture_type = PICTURE_TYPES.get(ending)
    width, height = _size(content) if picture_type else (0, 0)
    return Media(
        path=path,
        url=media_url(path),
        type=picture_type or _TYPES.guess_type(quote(path))[0] or "application/octet-stream",
        size=len(content),
        width=width,
        height=height,
        digest=digest_of_bytes(content),
    )


def _size(content: bytes) -> tuple[int, int]:
    import pyvips

    try:
        image = pyvips.Image.new_from_buffer(content, "")
    except pyvips.Error:
        return 0, 0
    turned = image.get_typeof("orientation") and image.get("orientation") in _TURNED
    return (image.height, image.width) if turned else (image.width, image.height)
