"""Pictures and files that pages show or offer."""

from msgspec import Struct

from patrika.model.terms import SitePath

WIDEST = 1_600
"""Pixels: pictures of content/ that are wider are published in this width."""


class Media(Struct, frozen=True, gc=False, tag_field="what", tag="media"):
    """A file of `content/` or `static/` that a page uses, as measured from its bytes."""

    path: str
    """The file, from the site's root: `content/images/x.jpg` or `static/uploads/x.jpg`."""
    url: SitePath
    """Where it is published: `/media/images/x.jpg` or `/uploads/x.jpg`."""
    type: str
    """Media type: `image/jpeg`."""
    size: int
    """Bytes of the file."""
    width: int
    """Pixels as published: turned upright, at most 1,600; 0 for what is no picture."""
    height: int
    """Pixels as published."""
    digest: bytes
    """Of the file's bytes; not for print."""
    made: bool = False
    """Whether another picture is made of it and published in its place: upright, without the position and whatever else a
    camera wrote into it, no wider than 1,600 pixels."""


def media_url(path: str) -> str:
    """Return the path under the site's base at which a file of content/ or static/ is published."""
    folder, _, rest = path.partition("/")
    return f"/media/{rest}" if folder == "content" else f"/{rest}"


class Picture(Struct, frozen=True, gc=False, tag="picture"):
    """A picture as a page shows it."""

    media: Media
    """The file."""
    alt: str
    """What is seen."""
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
