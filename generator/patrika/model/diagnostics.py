"""What is wrong, where, and what to do: faults as data, collected and shown together."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning", "notice"]
_WEIGHT = {"error": 0, "warning": 1, "notice": 2}


class Place(Struct, frozen=True, order=True):
    """A point in a source file. `path` is relative to the site's root, with `/`; line and column count from 1, 0 is unknown."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(number) for number in (self.line, self.column) if number)])


class Diagnostic(Struct, frozen=True):
    """One fault. `field` names the front matter or settings key at fault until `located` has turned it into a line."""

    code: str
    severity: Severity
    place: Place
    message: str
    """One sentence in the user's words, with the offending text quoted."""
    hint: str = ""
    """What to do about it."""
    field: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        line = f"{self.place}: {self.code} {self.message}"
        return f"{line}\n    hint: {self.hint}" if self.hint else line


def error(code: str, place: Place, message: str, hint: str = "", field: tuple[str | int, ...] = ()) -> Diagnostic:
    """Return a fault that stops the site from being published."""
    return Diagnostic(code, "error", place, message, hint, field)


def warning(code: str, place: Place, message: str, hint: str = "", field: tuple[str | int, ...] = ()) -> Diagnostic:
    """Return something that is probably not meant; `--strict` makes an error of it."""
    return Diagnostic(code, "warning", place, message, hint, field)


def notice(code: str, place: Place, message: str, hint: str = "", field: tuple[str | int, ...] = ()) -> Diagnostic:
    """Return something worth knowing that nobody need act upon."""
    return Diagnostic(code, "notice", place, message, hint, field)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return each fault once, errors first, then by place: the same for any order of arrival."""
    key = {(_WEIGHT[item.severity], item.place, item.code, item.message, item.hint): item for item in diagnostics}
    return tuple(key[order] for order in sorted(key))


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Return the known word most like `word`, or None where none is like it by as much, of 1."""
    found = get_close_matches(word, sorted(known), n=1, cutoff=likeness)
    return found[0] if found else None


def did_you_mean(word: str, known: Sequence[str] | Iterable[str], otherwise: str) -> str:
    """Return a hint that names the known word nearest to `word`, else `otherwise`."""
    found = nearest(word, known)
    return f"did you mean “{found}”?" if found else otherwise
