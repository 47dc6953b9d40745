"""Lines for diagnostics that name a key: found in the file again, since only faulty files need it."""

from collections.abc import Iterable
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


def _located(item: Diagnostic, root: Path) -> Diagnostic:
    try:
        text = nfc((root / item.place.path).read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return item
    if item.place.path.endswith(".toml"):
        found = find_key(text, item.field)
    else:
        first, *rest = item.field
        found = find_field(text, item.field) or find_field(text, (_ALIASES.get(str(first), ""), *rest))
    return replace(item, place=Place(item.place.path, *(found or (1, 1))), field=())
