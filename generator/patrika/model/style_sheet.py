"""A style sheet as it was read: packed, with the addresses of other files taken out."""

from typing import Literal

from msgspec import Struct

Use = Literal["image", "font", "style"]
"""What a browser takes a file for that a style sheet names."""

DATA = "data:"
"""Stands for an origin of what a style sheet holds itself."""


class SheetLink(Struct, frozen=True, gc=False, array_like=True):
    """An address in a style sheet that leads to another file beside it. Line and column count from 1."""

    address: str
    """As a browser understands it: without quotes and escapes of CSS, relative."""
    use: Use
    line: int
    column: int
    is_late: bool = False
    """Whether it is that of an `@import` after rules of this file, which browsers do not heed."""


class SheetLoad(Struct, frozen=True, gc=False, array_like=True):
    """What a style sheet loads from elsewhere."""

    origin: str
    """`https://fonts.example`, or DATA."""
    use: Use
    line: int


class SheetFault(Struct, frozen=True, gc=False, array_like=True):
    """What cannot be read as CSS, and where."""

    said: str
    line: int
    column: int


class Sheet(Struct, frozen=True):
    """A style sheet."""

    pieces: tuple[str, ...] = ("",)
    """Its text around the addresses: one more than there are links."""
    links: tuple[SheetLink, ...] = ()
    loads: tuple[SheetLoad, ...] = ()
    faults: tuple[SheetFault, ...] = ()
    has_rules: bool = False
    """Whether an `@import` of a file that is joined after it comes too late."""
