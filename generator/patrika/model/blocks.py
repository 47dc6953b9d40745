"""Blocks: what a theme declares of them, what editors write, and what a page is given of them."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from patrika.model.media import Media
from patrika.model.terms import WebAddress

AttributeType = Literal["text", "flag", "number", "url", "picture", "audio", "video", "captions", "table", "embed"]
Content = Literal["text", "pictures", "none"]
Shape = Literal["wide", "tall", "low"]


class Attribute(Struct, frozen=True):
    """An attribute that a theme declares for a block."""

    type: AttributeType
    required: bool = False
    words: tuple[str, ...] = ()
    """The only texts that it may be; empty: any."""


class BlockSpec(Struct, frozen=True):
    """A block that a theme declares. `blocks/<name>.html` shows it."""

    content: Content = "text"
    """What may stand between its fences: any text, pictures alone, or nothing."""
    attributes: Mapping[str, Attribute] = {}


class WrittenAttribute(Struct, frozen=True, gc=False):
    """An attribute as an editor wrote it. The column is that of its name, from 1."""

    name: str
    value: str
    column: int
    printed: str = ""
    """The value as it is printed where it is words; empty where that is the value itself."""


class BodyBlock(Struct, frozen=True):
    """A block of a body, as written; without a name it is at fault. Line and column count from 1."""

    name: str
    attributes: tuple[WrittenAttribute, ...]
    line: int
    column: int
    holds: Content
    """What was found between its fences."""
    pictures: tuple[int, ...] = ()
    """Numbers of the pictures in it, in order."""
    pasted: bool = False
    """Whether it was made of an address, or of a provider's code: its content is a link."""


class Embed(Struct, frozen=True, gc=False, tag_field="what", tag="embed"):
    """Something of another site, which a page shows in a frame."""

    id: str
    """The provider, as site.toml names it: `youtube`."""
    provider: str
    """Its name: `YouTube`."""
    url: WebAddress
    """As an editor wrote it: for a link."""
    frame: WebAddress
    """What shows it in an `iframe`. Load it only when a reader asks for it."""
    shape: Shape
    """How much room it wants: 16 to 9, higher than wide, or a bar."""


class Sheet(Struct, frozen=True, gc=False, tag_field="what", tag="sheet"):
    """The rows of a CSV file, all of one length."""

    rows: tuple[tuple[str, ...], ...]
    """All of one length; the first is the head."""
    numeric: tuple[bool, ...]
    """Of each column, whether all below its head are numbers."""


Value = str | bool | int | Media | Sheet | Embed | None


class Block(Struct, frozen=True, tag="block"):
    """What fills a block's slot on a page. Without a name it is at fault, and only its content is shown."""

    name: str = ""
    attributes: Mapping[str, Value] = {}
    """All that the theme declares: what an editor left out is empty, false, 0 or None."""
    pictures: tuple[int, ...] = ()
    """Numbers of the pictures in it, in order."""
