"""What is brought over, whatever it comes from: the outline of a site, and its stories, pages, people and files."""

from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place

Form = Literal["md", "html"]


class Tongue(Struct, frozen=True):
    """A language: its id, its own name, its CLDR locale (empty: what we know of it), and the first part of its addresses."""

    id: str
    name: str
    locale: str = ""
    path: str = ""
    site_name: str = ""


class Chapter(Struct, frozen=True):
    """A section, with its titles by language."""

    id: str
    titles: tuple[tuple[str, str], ...] = ()
    kind: str = ""


class Topic(Struct, frozen=True):
    """A tag that has an id of its own, with its names by language."""

    id: str
    names: tuple[tuple[str, str], ...]


class Outline(Struct, frozen=True):
    """What a site says of itself as a whole. The first language is the default one."""

    name: str
    url: str
    timezone: str
    tongues: tuple[Tongue, ...]
    chapters: tuple[Chapter, ...]
    topics: tuple[Topic, ...] = ()


class Image(Struct, frozen=True):
    """A picture as front matter names it."""

    src: str
    alt: str = ""
    caption: str = ""


class Text(Struct, frozen=True):
    """A story, page or person to be written: where under content/, its front matter under our keys, and its body."""

    origin: Place
    """Where it was read: for what is said of it."""
    path: str
    """Under content/, without language and ending: `world/storm`, `pages/about`, `world/trip/index`."""
    language: str
    fields: tuple[tuple[str, Any], ...]
    """In the order in which they are written; empty values are left out."""
    body: str = ""
    form: Form = "md"

    @property
    def target(self) -> str:
        """Return the file's path from the site's root."""
        return f"content/{self.path}.{self.language}.{self.form}"


class Copy(Struct, frozen=True):
    """A file to be copied byte for byte. `target` is from the site's root."""

    source: Path
    target: str


Thing = Text | Copy | Diagnostic
"""What a source yields, in its order: what is to be written, and what needs a hand."""


class UnreadableSite(Exception):
    """Nothing of the old site may be used: its export breaks off, or its settings cannot be read."""

    def __init__(self, fault: Diagnostic) -> None:
        super().__init__(str(fault))
        self.fault = fault
