"""Text as every script needs it: normal form, words, anchors, keys, cuts that keep letters whole.

Python's own `\\w` leaves out combining marks and so breaks Indic words: everything here goes by Unicode's
letters, marks and numbers instead.
"""

import re
from unicodedata import normalize

import regex

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_JOINERS = str.maketrans("", "", "\u200c\u200d")
_NOT_IN_KEY = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_LETTER = regex.compile(r"(?=[\p{L}\p{N}])\X")
_GRAPHEME = regex.compile(r"\X")


def nfc(text: str) -> str:
    """Return `text` in Unicode's normal form C, with line ends as `\\n`: what all of Patrika compares and prints."""
    return normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")


def fit(text: str) -> str:
    """Return `text` without what XML 1.0 (section 2.2) cannot carry in whatever way it is written, and HTML no better: control
    characters, halves of surrogate pairs, U+FFFE and U+FFFF."""
    return text if text.isprintable() else _UNFIT.sub("", text)


def count_words(text: str) -> int:
    """Return the number of words in plain text of any script that parts them by spaces; a sign alone is none."""
    words = text.split()
    return len(words) - len([word for word in words if len(word) == 1 and not word.isalnum()])


def key_of(text: str) -> str:
    """Return the identity of a tag or an anchor: casefolded, joiners dropped, other signs as `-`, marks kept.

    It may be empty, for a text of signs alone.
    """
    folded = nfc(nfc(text.translate(_JOINERS)).casefold())
    return nfc(_NOT_IN_KEY.sub("-", folded)).strip("-")


def initial_of(name: str) -> str:
    """Return the first letter of a name with all that belongs to it, as a capital where its script has these; of a name
    without letters its first sign."""
    found = _LETTER.search(name)
    return (found[0] if found else name[:1]).upper()


def cut(text: str, limit: int) -> str:
    """Return at most `limit` graphemes of `text`, ended at a word with an ellipsis where something was left out."""
    if len(text) <= limit:
        return text
    # No grapheme that anybody writes is longer than a dozen code points, so the rest need not be looked at.
    graphemes = _GRAPHEME.findall(text[: limit * 12])
    if len(graphemes) <= limit and len(text) <= limit * 12:
        return text
    kept = "".join(graphemes[: limit - 1])
    head, space, _ = kept.rpartition(" ")
    return (head if space else kept).rstrip(" ,;:–—،؛") + "…"
