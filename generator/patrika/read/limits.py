"""What values of no fixed type may not be: nothing could keep them, or go through them."""

from collections.abc import Iterator, Mapping
from typing import Any

DEEPEST = 100
"""Tables and lists that may stand in each other."""

_WHOLE = range(-(2**63), 2**63)
"""What TOML 1.0 calls whole numbers, and msgpack can keep."""


def too_much(value: Any) -> str:
    """Return what is too much in a value of tables, lists and plain values, as the rest of a sentence; empty if nothing is."""
    level = [value]
    for _ in range(DEEPEST):
        for each in level:
            if isinstance(each, int) and each not in _WHOLE:
                return "a number has too many digits"
            if isinstance(each, str) and not _is_whole_text(each):
                return "a text holds half a letter (a lone surrogate)"
        level = [inner for each in level for inner in _within(each)]
        if not level:
            return ""
    return f"more than {DEEPEST} tables or lists stand in each other"


def _within(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        yield from value.keys()
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _is_whole_text(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)
