"""Files of assets/: style sheets packed and joined, and what they name published under names that change with its bytes."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from posixpath import dirname, join, normpath, relpath
from re import split
from urllib.parse import quote, unquote

from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, error, nearest, warning
from patrika.model.encoding import digest_of_bytes
from patrika.model.site import Theme
from patrika.model.style_sheet import DATA, Sheet, SheetLink, Use
from patrika.read.decoding import decode
from patrika.render.inline import Load

FOLDER = "/assets/"
_BESIDE_PATHS = "!$&*+,/:;=?@#~%-._"
"""Signs that may stand in a query or fragment of an address, with quotes around it or none."""


class Asset(Struct, frozen=True):
    """A file that pages load, at a path of its own."""

    path: str
    content: bytes


class Source(Struct, frozen=True):
    """A file of assets/, and what messages call it."""

    said: str
    content: bytes


class Assets(Struct, frozen=True):
    """What is published of assets/."""

    files: tuple[Asset, ...] = ()
    styles: tuple[str, ...] = ()
    """Paths of the style sheets that pages link, under the site's base."""
    paths: Mapping[str, str] = {}
    """Paths of all other files, by name: as style sheets name them, else their own."""
    lasting: tuple[str, ...] = ()
    """Paths of all whose names change with their bytes."""
    loads: tuple[Load, ...] = ()
    """What style sheets load from elsewhere, by file and line."""
    data: frozenset[Use] = frozenset()
    """What stands in style sheets as `data:`."""
    faults: tuple[Diagnostic, ...] = ()
    sheets: Mapping[str, Sheet] = {}
    """Style sheets as they were read, by digest of their bytes in hexadecimal: to be known to the next build."""


def assets(
    sources: Mapping[str, Source], theme: Theme, toml: str, fingerprint: bool, known: Mapping[str, Sheet]
) -> Assets:
    """Return what is published of the files of assets/, which are given by path from there, the site's before the theme's.

    A file that a style sheet names is published under a name that changes with its bytes, and under its own as all are but
    those that are joined. `toml` is the theme's, `known` are style sheets that were read before.
    """
    making = _Making(sources, fingerprint, known)
    styles = []
    for name, parts in theme.styles.items():
        if not parts:
            continue  # A parent's, which this theme wants nothing of.
        place, field = Place(toml), ("styles", name)
        missing = [part for part in parts if part not in sources]
        making.faults += [
            error("E504", place, f"there is no style sheet “{part}”", "add it to assets/", field) for part in missing
        ]
        content = making.joined([part for part in parts if part in sources], dirname(name))
        styles.append(making.published(name, content))
    joined = {part for parts in theme.styles.values() for part in parts}
    for name in sorted(sources):
        if name not in joined:
            making.files.setdefault(FOLDER + name, making.content(name))
    return Assets(
        tuple(Asset(path, content) for path, content in making.files.items()),
        tuple(styles),
        {name: making.named.get(name, FOLDER + name) for name in sorted(sources) if name not in joined},
        tuple(dict.fromkeys((*styles, *making.named.values()))) if fingerprint else (),
        tuple(sorted(making.loads, key=lambda load: (load.place, load.kind, load.origin))),
        frozenset(making.data),
        tuple(making.faults),
        making.sheets,
    )


class _Making:
    """Assets being made, each style sheet after those files that it names."""

    def __init__(self, sources: Mapping[str, Source], fingerprint: bool, known: Mapping[str, Sheet]) -> None:
        self.sources = sources
        self.fingerprint = fingerprint
        self.known = known
        self.sheets: dict[str, Sheet] = {}
        self.files: dict[str, bytes] = {}
        """What is published, by path."""
        self.named: dict[str, str] = {}
        """Paths of files that style sheets name."""
        self.way: list[str] = []
        """Style sheets in the making, each named by the one before it."""
        self.loads: set[Load] = set()
        self.data: set[Use] = set()
        self.faults: list[Diagnostic] = []

    def joined(self, parts: Sequence[str], home: str) -> bytes:
        """Return style sheets in one, for a folder below assets/ that it is published in."""
        texts, has_rules = [], False
        for part in parts:
            sheet = self._sheet(part)
            texts.append(self._text(sheet, part, home, has_rules))
            has_rules = has_rules or sheet.has_rules
        return "".join(texts).encode()

    def published(self, name: str, content: bytes) -> str:
        """Publish a file that is named by its bytes, and return its path."""
        stem, dot, ending = name.rpartition(".")
        marked = f"{stem}.{blake2b(content, digest_size=5).hexdigest()}{dot}{ending}" if self.fingerprint else name
        self.files[FOLDER + marked] = content
        return FOLDER + marked

    def content(self, name: str) -> bytes:
        """Return what is published of a file: its own bytes, but of a style sheet."""
        if not name.endswith(".css"):
            return self.sources[name].content
        self.way.append(name)
        content = self.joined([name], dirname(name))
        self.way.pop()
        return content

    def _sheet(self, name: str) -> Sheet:
        source = self.sources[name]
        key = digest_of_bytes(source.content).hex()
        sheet = self.sheets.get(key) or self.known.get(key) or self._read(source)
        if sheet is None:
            return Sheet()
        self.sheets[key] = sheet
        hint = "browsers pass over what they cannot read, often with what follows it"
        for fault in sheet.faults:
            place = Place(source.said, fault.line, fault.column)
            self.faults.append(warning("W516", place, f"this style sheet cannot be read here: {fault.said}", hint))
        self.data |= {load.use for load in sheet.loads if load.origin == DATA}
        self.loads |= {
            Load(Place(source.said, load.line), load.use, load.origin) for load in sheet.loads if load.origin != DATA
        }
        return sheet

    def _read(self, source: Source) -> Sheet | None:
        text = decode(source.content, Place(source.said))
        if isinstance(text, Diagnostic):
            self.faults.append(text)
            return None
        # Loaded here: where no style sheet has changed, none is read.
        from patrika.read.style_sheets import read_sheet

        return read_sheet(text)

    def _text(self, sheet: Sheet, name: str, home: str, has_rules: bool) -> str:
        """Return the text of a style sheet, its addresses as they lead from a folder below assets/."""
        addresses = []
        for link in sheet.links:
            place = Place(self.sources[name].said, link.line, link.column)
            if link.use == "style" and (link.is_late or has_rules):
                said = f"browsers do not heed the @import of “{link.address}”: there are rules before it"
                self.faults.append(
                    warning("W517", place, said, "list the file under [styles] of theme.toml, in its place")
                )
            addresses.append(self._address(link, name, home, place))
        pairs = zip(addresses, sheet.pieces[1:], strict=True)
        return sheet.pieces[0] + "".join(f"{address}{piece}" for address, piece in pairs)

    def _address(self, link: SheetLink, name: str, home: str, place: Place) -> str:
        path, beside = _parted(link.address)
        target = normpath(join(dirname(name), unquote(path)))
        if not path or target not in self.sources:
            self.faults.append(_missing(link.address, target, name, self.sources, place))
            return _encoded(path, beside)
        if target in self.way:
            way = " → ".join([*self.way[self.way.index(target) :], target])
            hint = "let each style sheet name those that it needs, and none that needs it"
            self.faults.append(error("E515", place, f"these style sheets import each other in a circle: {way}", hint))
            return _encoded(path, beside)
        if target not in self.named:
            self.named[target] = self.published(target, self.content(target))
        there = relpath(self.named[target].removeprefix(FOLDER), home or ".")
        return _encoded(quote(there, safe="/~"), beside)


def _parted(address: str) -> tuple[str, str]:
    """Return the path of an address, and its query and fragment with their signs."""
    path = split("[?#]", address, maxsplit=1)[0]
    return path, address[len(path) :]


def _encoded(path: str, beside: str) -> str:
    """Return an address in letters that mean nothing in CSS. What is percent-encoded stays so."""
    return quote(path, safe="/~%") + quote(beside, safe=_BESIDE_PATHS)


def _missing(address: str, target: str, name: str, sources: Mapping[str, Source], place: Place) -> Diagnostic:
    said = f"“{address}” leads to nothing: there is no {normpath(join('assets', target))}"
    close = nearest(target, sources)
    otherwise = "add the file; an address leads from the folder that its style sheet is in"
    return error("E514", place, said, f"did you mean “{relpath(close, dirname(name) or '.')}”?" if close else otherwise)
