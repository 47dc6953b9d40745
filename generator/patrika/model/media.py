"""Pictures and files that pages show or offer."""

from msgspec import Struct

WIDEST = 1_600
"""Pixels: pictures of content/ that are wider are published in this width."""


class Media(Struct, frozen=True, gc=False, tag_field="what", tag="media"):
    """A file of `content/` or `static/` that a page uses, as measured from its bytes."""

    path: str
    """From the site's root, with `/`: `content/images/x.jpg` or `static/uploads/x.jpg`."""
    url: str
    """Path under the site's base: `/media/images/x.jpg` or `/uploads/x.jpg`."""
    type: str
    """Media type, such as `image/jpeg`."""
    size: int
    """Bytes of the file."""
    width: int
    """Pixels as published: turned upright, at most WIDEST; 0 for what is no picture."""
    height: int
    digest: bytes
    """Of the file's bytes."""
    made: bool = False
    """Whether another picture is made of it and published in its place: upright, without the position and whatever else a
    camera wrote into it, no wider than WIDEST."""


def media_url(path: str) -> str:
    """Return the path under the site's base at which a file of content/ or static/ is published."""
    folder, _, rest = path.partition("/")
    return f"/media/{rest}" if folder == "content" else f"/{rest}"


class Picture(Struct, frozen=True, gc=False, tag="picture"):
    """A picture as a page shows it."""

    media: Media
    alt: str
    caption: str = ""
    credit: str = ""


PICTURE_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
}
