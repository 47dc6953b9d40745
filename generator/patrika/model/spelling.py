"""Texts that look alike and are not the same: what tells them apart, by code points."""

import re
from difflib import SequenceMatcher
from unicodedata import normalize

_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
"""Joiners and other signs without width."""


def look_alike(one: str, other: str) -> bool:
    """Return whether two texts that are not the same differ only in how letters are composed, or in signs without width."""
    return one != other and seen(one) == seen(other)


def has_unseen(text: str) -> bool:
    """Return whether a text holds signs without width."""
    return _UNSEEN.search(text) is not None


def seen(text: str) -> str:
    """Return what a reader sees of a text: in NFC, and without signs that have no width."""
    return text if text.isascii() else normalize("NFC", _UNSEEN.sub("", text))


def apart(one: str, other: str) -> tuple[str, str]:
    """Return the first part of two texts that is not the same in both; of one of them it may be empty."""
    changes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return next(((one[a:b], other[c:d]) for kind, a, b, c, d in changes if kind != "equal"), ("", ""))


def difference(one: str, other: str) -> str:
    """Return in words what tells two texts apart that look alike; empty where they do not."""
    if not look_alike(one, other):
        return ""
    first, second = apart(one, other)
    if first and second:
        return f"“{normalize('NFC', second)}” is {code_points(first)} in one and {code_points(second)} in the other"
    return f"one has {code_points(first or second)}, which cannot be seen, and the other has not"


def code_points(text: str) -> str:
    """Return a text's code points as Unicode writes them: U+0065 U+0301."""
    return " ".join(f"U+{ord(sign):04X}" for sign in text)
