"""TOML with places: tomllib reads it, and a walk over its lines says where each key stands."""

import re
import tomllib
from datetime import date, time
from typing import Any

from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.read.decoding import KEY, Path, composed, decode
from patrika.read.limits import DEEPEST, too_much
from patrika.read.text import cut

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_\-.]+))\s*=\s*""")
_AT = re.compile(r" \(at line (\d+), column (\d+)\)")
_SHOWN = 120
"""Letters of a line that a message shows."""

_AT_BEGIN = " (at line 1, column 1)"
"""Where something is wrong with the whole, as tomllib says it."""

_BARE_PARTS = re.compile(r""""([^"]*)"|'([^']*)'|([^.\s]+)""")


_HINT = "texts stand between quotation marks, and each key once"


def read_toml(content: bytes, place: Place) -> tuple[dict[str, Any], str] | Diagnostic:
    """Return a file's table and its text in NFC, or the first place where it is not TOML."""
    text = decode(content, place)
    if isinstance(text, Diagnostic):
        return text
    try:
        return _loaded(text), text
    except tomllib.TOMLDecodeError as fault:
        line, column, said = _explained(text, fault)
        return error("E201", Place(place.path, line, column), f"this file is not TOML{said}", _HINT)


def parse(block: str, place: Place) -> dict[str, Any] | Diagnostic:
    """Return the values of a block of front matter that begins on a file's second line, or what is wrong with it. Dates are
    given as texts, which are read as those of YAML are."""
    try:
        return {key: as_text(value) for key, value in _loaded(block).items()}
    except tomllib.TOMLDecodeError as fault:
        line, column, said = _explained(block, fault)
        return error("E104", Place(place.path, line + 1, column), f"this front matter cannot be read{said}", _HINT)


def _loaded(text: str) -> dict[str, Any]:
    """Return the table of a text. Raises TOMLDecodeError for all that is wrong with it, also what no build could keep."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise tomllib.TOMLDecodeError(f"more than {DEEPEST} tables or lists stand in each other{_AT_BEGIN}") from None
    except ValueError:
        # Python reads no more than some thousand digits.
        raise tomllib.TOMLDecodeError(f"a number has too many digits{_AT_BEGIN}") from None
    if said := too_much(found):
        raise tomllib.TOMLDecodeError(said + _AT_BEGIN)
    made: dict[str, Any] = composed(found, text)
    return made


def as_text(value: Any) -> Any:
    """Return a value of TOML with the dates in it as texts."""
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: as_text(inner) for key, inner in value.items()}
    return [as_text(inner) for inner in value] if isinstance(value, list) else value


def _explained(text: str, fault: tomllib.TOMLDecodeError) -> tuple[int, int, str]:
    """Return line and column of a fault, and what is said of it: at which words, and what is wrong."""
    at, lines = _AT.search(str(fault)), text.split("\n")
    line, column = (int(at[1]), int(at[2])) if at else (len(lines), 1)
    near = cut(lines[line - 1].strip(), _SHOWN) if line <= len(lines) else ""
    said = _AT.sub("", str(fault))
    return line, column, f" at “{near}”: {said}" if near else f": {said}"


def find_key(text: str, field: Path) -> tuple[int, int] | None:
    """Return line and column of a key's value in TOML text (of the key itself where `field` ends with KEY), or of the
    longest part of the path that has a line of its own."""
    wanted = field[:-1] if field and field[-1] == KEY else field
    best: tuple[int, int, int] | None = None
    for path, line, key_column, value_column in _keys(text):
        if (wanted[: len(path)] == path or path == (*wanted, 0)) and (best is None or len(path) > best[0]):
            whole = len(path) == len(wanted) and field[-1] != KEY
            best = (len(path), line, value_column if whole else key_column)
    if best is None:
        # A table that was only named within a longer header, as fr of [lnguages.fr] names lnguages.
        return next(((line, column) for path, line, column, _ in _keys(text) if path[: len(wanted)] == wanted), None)
    return best[1:]


def _keys(text: str) -> list[tuple[tuple[str | int, ...], int, int, int]]:
    """Return path, line, column of the key and column of the value, for each table header and key of TOML text."""
    found: list[tuple[tuple[str | int, ...], int, int, int]] = []
    table: tuple[str | int, ...] = ()
    counts: dict[tuple[str | int, ...], int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _parts(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            elif table[:1] and (outer := table[:1]) in counts and len(table) > 1:
                table = (*outer, counts[outer], *table[1:])
            column = line.index("[") + 1
            found.append((table, number, column, column))
        elif key := _KEY.match(line):
            found.append(((*table, *_parts(key[1])), number, key.start(1) + 1, key.end() + 1))
    return found


def _parts(dotted: str) -> tuple[str | int, ...]:
    return tuple(a or b or c for a, b, c in _BARE_PARTS.findall(dotted))
