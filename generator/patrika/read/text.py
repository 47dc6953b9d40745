"""Text as every script needs it: normal form, words, anchors, keys, cuts that keep letters whole.

Python's own `\\w` leaves out combining marks and so breaks Indic words: everything here goes by Unicode's
letters, marks and numbers instead.
"""

import re
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
