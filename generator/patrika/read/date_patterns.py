"""Patterns of dates, in the letters of CLDR (UTS 35, Date Format Patterns)."""

import re
from collections.abc import Mapping

_PART = re.compile(r"''|'(?:[^']|'')*'|([A-Za-z])\1*|'")
_LONGEST: Mapping[str, int] = {"G": 5, "y": 4, "u": 4, "Q": 5, "q": 5, "M": 5, "L": 5, "d": 2, "E": 6, "c": 6}
"""Letters that stand for something of a day, and how often each may be written."""
LETTERS = "y (year), M (month), d (day), E (weekday)"


def pattern_fault(pattern: str) -> str:
    """Return what is wrong with the pattern of a date, nothing if it can be printed."""
    if not pattern.strip():
        return "it is empty"
    for found in _PART.finditer(pattern):
        letter, written = found[1], found[0]
        if written == "'":
            return "a quotation mark ' is not closed"
        if letter and letter not in _LONGEST:
            return f"“{written}” stands for nothing of a day"
        if letter and len(written) > _LONGEST[letter]:
            return f"“{written}” has more letters than {_LONGEST[letter]}"
    return ""
