"""One story in one language, checked and complete; and the other things that editors write."""

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

from patrika.model.blocks import BodyBlock
from patrika.model.media import Media, Picture
from patrika.model.terms import Instant

Priority = Literal["lead", "high", "normal"]
SlotKind = Literal["link", "end", "figure", "image", "say", "number", "block", "close"]


class SourceFile(Struct, frozen=True, gc=False, array_like=True):
    """A file as the scan found it."""

    path: str
    """From the site's root, with `/`, NFC: `content/world/storm.en.md`."""
    real: str
    """The same as the file system spells it."""
    size: int
    mtime_ns: int
    ctime_ns: int


class Slot(Struct, frozen=True, array_like=True, gc=False):
    """A hole in a stored body, filled from the page's input when the page is rendered.

    `link` opens the link of that number and `end` closes it; `figure` and `image` show the picture of that
    number with and without a caption; `say` is a phrase of the theme; `number` is printed in native digits. What lies
    between `block` and `close` is the content of the block of that number.
    """

    kind: SlotKind
    number: int


class Body(Struct, frozen=True, gc=False, tag="body"):
    """HTML in pieces, with a slot between each two: `pieces` is one longer than `slots`. It holds no address."""

    pieces: tuple[str, ...] = ("",)
    slots: tuple[Slot, ...] = ()


class Hole(Struct, frozen=True, gc=False, tag="hole"):
    """What fills a slot of a body: a link's `path` (empty: the words stand as text), or a picture."""

    path: str = ""
    """Under the site's base, raw, with fragment where there is one."""
    tag: str = ""
    """BCP 47 of a linked story that is in another language than the page."""
    picture: Picture | None = None
    css: str = ""
    """Classes that the writer gave a picture."""
    media: Media | None = None
    """The file that a link offers for download."""
    title: str = ""
    """What the writer gave a link to be said of it: `[words](address "title")`."""


PHRASES = ("Table", "Footnotes", "Back to the text")
"""Phrases of the theme that bodies ask for by number."""


class BodyLink(Struct, frozen=True, gc=False):
    """An internal link of a body, as written. Line and column count from 1."""

    target: str
    fragment: str
    line: int
    column: int
    written: str = ""
    """The words themselves, where the target is a path of the site written with its whole address."""
    title: str = ""


class BodyPicture(Struct, frozen=True, gc=False):
    """A picture of a body, as written."""

    target: str
    alt: str
    caption: str
    line: int
    column: int
    css: str = ""
    """Classes that the writer gave it."""


class ImageRef(Struct, frozen=True, gc=False):
    """A picture named in front matter."""

    target: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


class Prose(Struct, frozen=True, tag="prose"):
    """What a Markdown text was found to hold."""

    body: bytes
    """Digest of the Body."""
    words: int = 0
    excerpt: str = ""
    """The text before `<!--more-->`, else the first paragraph; plain, at most 200 graphemes. Empty where an editor wrote a
    summary."""
    links: tuple[BodyLink, ...] = ()
    pictures: tuple[BodyPicture, ...] = ()
    anchors: tuple[str, ...] = ()
    blocks: tuple[BodyBlock, ...] = ()


class Correction(Struct, frozen=True, gc=False, array_like=True):
    """What was wrong with a story and is put right, in plain text."""

    date: Instant
    text: str
    """What was wrong, and what is right."""
    timed: bool = True
    """Whether the date was written with a time: else print no clock."""


class Original(Struct, frozen=True, gc=False, array_like=True):
    """The version that a translation was made from."""

    language: str
    wording: str
    """Digest of its wording then."""

    def __str__(self) -> str:
        return f"{self.language}@{self.wording}"


class Article(Struct, frozen=True, tag="article"):
    """A story in one language. Instants are UTC seconds; texts are NFC; empty means absent."""

    source: str
    story: str
    language: str
    section: str
    kind: str
    title: str
    published: int
    """0 where it has no date, as stories of some sections."""
    prose: Prose
    slug: str
    also_in: tuple[str, ...] = ()
    """Further sections that list it."""
    series: str = ""
    """The key of a series that it is a part of."""
    summary: str = ""
    kicker: str = ""
    updated: int = 0
    """No earlier than its corrections."""
    days_alone: tuple[str, ...] = ()
    """Of `date` and `updated`, those that were written without a time."""
    publish_at: int = 0
    expire_at: int = 0
    draft: bool = False
    listed: bool = True
    authors: tuple[str, ...] = ()
    agency: str = ""
    dateline: str = ""
    tags: tuple[str, ...] = ()
    image: ImageRef | None = None
    related: tuple[str, ...] = ()
    related_exclude: tuple[str, ...] = ()
    related_off: bool = False
    priority: Priority = "normal"
    priority_until: int = 0
    noindex: bool = False
    canonical: str = ""
    url: str = ""
    """Its whole address under the site's base, in place of what [permalinks] make of it."""
    aliases: tuple[str, ...] = ()
    """Old addresses that lead to it, as `url`."""
    translations: tuple[tuple[str, str], ...] = ()
    """Languages, and what is the version in each: a story of another name, or a whole address elsewhere."""
    guid: str = ""
    """Its id in feeds, in place of ours."""
    extra: Mapping[str, Any] = {}
    """Own fields of the site or its theme, and what is free."""
    corrections: tuple[Correction, ...] = ()
    """Newest first."""
    wording: str = ""
    """Digest of what a translator puts into another language."""
    translated_from: Original | None = None


class Author(Struct, frozen=True, tag="author"):
    """A person of the paper in one language."""

    source: str
    id: str
    language: str
    name: str
    prose: Prose
    role: str = ""
    image: ImageRef | None = None
    links: tuple[str, ...] = ()
    extra: Mapping[str, Any] = {}


class Standalone(Struct, frozen=True, tag="standalone"):
    """An undated page of `content/pages/` in one language."""

    source: str
    id: str
    language: str
    title: str
    slug: str
    prose: Prose
    summary: str = ""
    draft: bool = False
    listed: bool = True
    image: ImageRef | None = None
    noindex: bool = False
    url: str = ""
    """Its whole address under the site's base."""
    aliases: tuple[str, ...] = ()
    section: str = ""
    """The section whose front it is the text of: then it has no page of its own."""
    extra: Mapping[str, Any] = {}
    policy: str = ""
    """Of POLICIES, the one that it states."""


class Tag(Struct, frozen=True, tag="tag"):
    """An entity of tags.toml or series.toml, with names and descriptions by language."""

    id: str
    name: dict[str, str]
    description: dict[str, str] = {}
    extra: Mapping[str, Any] = {}
