"""A WordPress export (WXR), streamed: its records one after the other, with the lines on which they begin.

An export of any size costs the memory of one record. Entities are refused: WordPress writes none, and they can be made to
fill the memory of whoever reads them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate, errors

from msgspec import Struct

from patrika.bring.cargo import UnreadableSite
from patrika.model.diagnostics import Place, error

_RECORDS = frozenset({"item", "wp:author", "wp:term", "wp:category", "wp:tag"})
_FIELDS_OF_SITE = frozenset({"title", "language", "wp:base_site_url", "wp:base_blog_url", "wp:wxr_version"})
_NUMBERS = ("wp:post_id", "wp:term_id", "wp:author_id")
_CHUNK = 1 << 16
_HIDDEN = bytes(range(9)) + b"\x0b\x0c" + bytes(range(14, 32))
_BLANKED = bytes.maketrans(_HIDDEN, b" " * len(_HIDDEN))
"""Control characters come from pasting and have no place in XML; as many blanks keep every place right."""


class Label(Struct, frozen=True):
    """A term that an item has: taxonomy, slug as written, name."""

    domain: str
    slug: str
    name: str


class Record(Struct, frozen=True):
    """One thing of an export: `item`, `wp:author`, `wp:term`, `wp:category`, `wp:tag`, or a `field` of the site."""

    kind: str
    line: int
    fields: dict[str, str]
    meta: dict[str, str]
    labels: tuple[Label, ...]
    number: int = 0
    """Its own in WordPress. No two items have the same: one without, or with that of another, has one below 0."""

    def get(self, *names: str) -> str:
        """Return the first of the named fields that says something."""
        for name in names:
            if value := self.fields.get(name, "").strip():
                return value
        return ""


def whole(text: str) -> int:
    """Return a number of the export, 0 where the text is none."""
    return int(text) if text.isdecimal() and len(text) < 19 else 0


def records(path: Path) -> Iterator[Record]:
    """Yield the records of an export in their order; raise UnreadableSite where it cannot be read on."""
    reading = _Reading(path.name)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            reading.feed(chunk.translate(_BLANKED), is_last=False)
            yield from reading.taken()
        reading.feed(b"", is_last=True)
    if not reading.is_export:
        raise UnreadableSite(
            error("E601", Place(path.name, 1, 1), "this file is no WordPress export", "make one with Tools > Export")
        )


class _Reading:
    """What is known while the parser goes through the file."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.is_export = False
        self._parser: Any = ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text_came
        self._parser.EntityDeclHandler = self._refuse_entity
        self._path: list[str] = []
        self._line = 0
        self._text: list[str] = []
        self._attributes: dict[str, str] = {}
        self._fields: dict[str, str] = {}
        self._meta: dict[str, str] = {}
        self._labels: list[Label] = []
        self._done: list[Record] = []
        self._given: set[int] = set()
        """Numbers of items so far."""

    def feed(self, chunk: bytes, *, is_last: bool) -> None:
        """Take more of the file."""
        try:
            self._parser.Parse(chunk, is_last)
        except ExpatError as fault:
            place = Place(self.name, fault.lineno, fault.offset + 1)
            said = f"this export cannot be read on: {errors.messages[fault.code]}"
            hint = "nothing was written; export again, or mend the file at this place"
            raise UnreadableSite(error("E601", place, said, hint)) from None

    def taken(self) -> list[Record]:
        """Return the records that were completed since the last time."""
        done, self._done = self._done, []
        return done

    def _number(self, kind: str) -> int:
        given = next((whole(self._fields[name].strip()) for name in _NUMBERS if name in self._fields), 0)
        if kind != "item":
            return given
        number = given if given and given not in self._given else -1 - len(self._given)
        self._given.add(number)
        return number

    def _refuse_entity(self, name: str, *_: object) -> None:
        place = Place(self.name, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        said = f"this export declares the entity “{name}”, which WordPress never does"
        raise UnreadableSite(error("E601", place, said, "nothing was written; make sure where the file comes from"))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        depth = len(self._path)
        if depth == 3 and name in _RECORDS:
            self._line = self._parser.CurrentLineNumber
            self._fields, self._meta, self._labels = {}, {}, []
        elif depth == 3:
            self._line = self._parser.CurrentLineNumber
        if depth in (3, 4):
            self._text, self._attributes = [], attributes
        elif depth == 5:
            self._text = []

    def _text_came(self, text: str) -> None:
        self._text.append(text)

    def _end(self, name: str) -> None:
        depth = len(self._path)
        text = "".join(self._text)
        if depth == 3 and name in _RECORDS:
            self.is_export = True
            self._done.append(
                Record(name, self._line, self._fields, self._meta, tuple(self._labels), self._number(name))
            )
        elif depth == 3 and name in _FIELDS_OF_SITE:
            self.is_export = self.is_export or name == "wp:wxr_version"
            self._done.append(Record("field", self._line, {name: text}, {}, ()))
        elif depth == 4 and name == "category":
            self._labels.append(Label(self._attributes.get("domain", ""), self._attributes.get("nicename", ""), text))
        elif depth == 4 and name in ("wp:postmeta", "wp:termmeta"):
            self._meta[self._fields.pop("wp:meta_key", "")] = self._fields.pop("wp:meta_value", "")
        elif depth == 4 or (depth == 5 and self._path[3] in ("wp:postmeta", "wp:termmeta")):
            self._fields[name] = text
        self._path.pop()
