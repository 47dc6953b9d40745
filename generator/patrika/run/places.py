"""Files by their names in NFC, and lines for diagnostics that name a key: found again, since only faulty files need it."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from patrika.model.diagnostics import Diagnostic, Place
from patrika.read.front_matter import find_field
from patrika.read.schema import ARTICLE
from patrika.read.text import nfc
from patrika.read.toml_text import find_key

_ALIASES = {rule.name: rule.alias for rule in ARTICLE if rule.alias}


def located(diagnostics: Iterable[Diagnostic], root: Path) -> tuple[Diagnostic, ...]:
    """Return the diagnostics with the line and column of the key that each names."""
    return tuple(_located(item, root) if item.field and not item.place.line else item for item in diagnostics)


def on_disk(root: Path, path: str) -> Path:
    """Return where a file or folder lies whose path in NFC is known, however the disk spells it; where there is none, where
    it would lie."""
    plain = root / path
    if path.isascii() or plain.exists():
        return plain
    return next(_spellings(root, path.split("/")), plain)


def _spellings(folder: Path, parts: Sequence[str]) -> Iterator[Path]:
    """Yield the files of a folder whose path in NFC has these parts."""
    if not parts:
        yield folder
        return
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    for name in names:
        if nfc(name) == parts[0]:
            yield from _spellings(folder / name, parts[1:])


def _located(item: Diagnostic, root: Path) -> Diagnostic:
    try:
        text = nfc(on_disk(root, item.place.path).read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return item
    if item.place.path.endswith(".toml"):
        found = find_key(text, item.field)
    else:
        first, *rest = item.field
        found = find_field(text, item.field) or find_field(text, (_ALIASES.get(str(first), ""), *rest))
    return replace(item, place=Place(item.place.path, *(found or (1, 1))), field=())
