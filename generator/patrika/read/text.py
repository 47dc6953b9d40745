"""Text as every script needs it: normal form, words, anchors, keys, cuts that keep letters whole.

Python's own `\\w` leaves out combining marks and so breaks Indic words: everything here goes by Unicode's
letters, marks and numbers instead.
"""

import re
from collections.abc import Sequence
from itertools import islice
from unicodedata import category, normalize

import regex

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_JOINERS = str.maketrans("", "", "\u200c\u200d")
_NOT_IN_KEY = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_LETTER = regex.compile(r"(?=[\p{L}\p{N}])\X")
_GRAPHEME = regex.compile(r"\X")
_CHARACTER = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー]")
_UNPARTED = bytes((0x0E, 0x10, 0x17, *range(0x2E, 0xA0), 0xA9, 0xAA, *range(0xD8, 0xE0), 0xF9, 0xFA, 0xFF))
_PARTED = bytes(set(range(256)) - set(_UNPARTED))
"""First bytes of UTF-16: of what holds a sign of a script that parts no words, and of what holds none."""

_LETTERS_A_WORD = (
    # Thai, Lao, Khmer; Burmese.
    (
        re.compile(
            "[\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59\u0e81-\u0edf\u1780-\u17d3\u17d7\u17dc\u17dd\u17e0-\u17f9]+"
        ),
        3,
    ),
    (re.compile("[\u1000-\u1049\u1050-\u109d\ua9e0-\ua9fe\uaa60-\uaa76\uaa7a-\uaa7f]+"), 2),
)
"""How many letters a word has, vowel signs left out: the dictionaries of ICU 78 find words of 3.1 in Thai, 3.3 in Lao, 3.1 in
Khmer and 2.2 in Burmese, in the Universal Declaration of Human Rights."""

_BREAKABLE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\u200b\u0f0b\u3000-\u303f\uff00-\uff65]")
"""Graphemes beside which a line may break without a space (Unicode Standard Annex 14)."""

_HANGING = regex.compile(r"[\s\u200b\p{Ps}\p{Pi}\p{Pd},;:.…·،؛۔।॥，、；：。．・\u0f0b]+$")
"""What no ellipsis may follow."""


def nfc(text: str) -> str:
    """Return `text` in Unicode's normal form C, with line ends as `\\n`: what all of Patrika compares and prints."""
    return normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")


def fit(text: str) -> str:
    """Return `text` without what XML 1.0 (section 2.2) cannot carry in whatever way it is written, and HTML no better: control
    characters, halves of surrogate pairs, U+FFFE and U+FFFF."""
    return text if text.isprintable() else _UNFIT.sub("", text)


def count_words(text: str) -> int:
    """Return the number of words in plain text; a sign alone is none. Where a script does not part them by spaces, each
    character of Chinese and Japanese counts as one, as in word processors, and so do three letters of Thai, Lao and Khmer and
    two of Burmese, which nothing but a dictionary could take apart."""
    if _may_be_unparted(text):
        return _count_unparted(text)
    words = text.split()
    return len(words) - len([word for word in words if len(word) == 1 and not word.isalnum()])


def _may_be_unparted(text: str) -> bool:
    """Return whether a text may hold a sign of a script without spaces. A search for such signs would take as long as counting
    words does; this takes a sixth."""
    return not text.isascii() and bool(text.encode("utf-16-le", "surrogatepass")[1::2].translate(None, _PARTED))


def _count_unparted(text: str) -> int:
    guessed = 0
    for pattern, letters in _LETTERS_A_WORD:
        guessed += sum(max(1, round(sum(map(str.isalnum, run)) / letters)) for run in pattern.findall(text))
        text = pattern.sub(" ", text)
    rest, characters = _CHARACTER.subn(" ", text)
    return guessed + characters + sum(any(map(str.isalnum, word)) for word in rest.split())


def is_spaceless(sign: str) -> bool:
    """Return whether a sign is of a script that parts no words."""
    return bool(_CHARACTER.match(sign)) or any(pattern.match(sign) for pattern, _ in _LETTERS_A_WORD)


def is_unspaced(sign: str) -> bool:
    """Return whether a sign is of a script that may go on beside quotation marks and the like without a space: of all from
    Devanagari on in Unicode's order, so of South and East Asia."""
    return sign >= "\u0900" and category(sign)[0] in "LM"


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
    """Return at most `limit` graphemes of `text`, ended at a word with an ellipsis where something was left out.

    Chinese and Japanese end at any letter, and so does a word that is longer than half of what may be said, as there are in
    Thai, which parts sentences alone. Stops, commas and what opens a quotation go, so that none stands before the ellipsis.
    """
    if len(text) <= limit:
        return text
    graphemes = [found[0] for found in islice(_GRAPHEME.finditer(text), limit + 1)]
    if len(graphemes) <= limit:
        return text
    kept = graphemes[: limit - 1]
    if not _is_parted(graphemes[limit - 1]):
        kept = kept[: _end_of_words(kept)]
    return _HANGING.sub("", "".join(kept)) + "…"


def _end_of_words(graphemes: Sequence[str]) -> int:
    """Return how many of some graphemes are whole words, and what may be as good."""
    for count in range(len(graphemes), len(graphemes) // 2, -1):
        if _is_parted(graphemes[count - 1]):
            return count
    return len(graphemes)


def _is_parted(grapheme: str) -> bool:
    return grapheme.isspace() or _BREAKABLE.match(grapheme) is not None


def clip(key: str, size: int) -> str:
    """Return as many whole words of a key as fit into `size` bytes of UTF-8, or as many letters of the first as do."""
    kept = end = used = 0
    for grapheme in _GRAPHEME.findall(key) if len(key.encode()) > size else ():
        end = kept if grapheme == "-" else end
        used += len(grapheme.encode())
        if used > size:
            return key[: end or kept]
        kept += len(grapheme)
    return key
