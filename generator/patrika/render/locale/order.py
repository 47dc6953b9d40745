"""The order of names in a language, as its dictionaries have it: its own alphabet before others.

Three levels, as in the Unicode Collation Algorithm: letters, then marks and variants of letters, then capitals. Without the
tables of that, which take long to load: what is in no alphabet of ours stands by code point, script after script.
"""

from collections.abc import Callable, Iterator, Set
from functools import lru_cache
from unicodedata import category, combining, decimal, normalize

from patrika.render.locale.habits import Habits

Key = tuple[tuple[int, ...], tuple[tuple[int, ...], ...], tuple[bool, ...], str]
_VIRAMA = 9
"""Combining class of the sign that a consonant has no vowel, which is as good as a letter in the scripts of India."""
_SIGN, _DIGIT, _OWN, _OTHER = (place << 24 for place in range(4))
"""Where signs, digits, letters of the alphabet and other letters begin."""
_LIKE = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o\u0338", "đ": "d\u0335", "ł": "l\u0335", "ß": "ss"})
"""Latin letters that stand with others and that no normal form takes apart."""


def order_of(habits: Habits) -> Callable[[str], Key]:
    """Return the key by which to sort names in a language. Where two differ in nothing else, code points decide."""
    places = _places(habits)
    others = str.maketrans(dict(habits.sorted_as))
    digraphs = frozenset(habits.digraphs.split())

    @lru_cache(maxsize=4096)
    def key(name: str) -> Key:
        letters, marks, capitals = [], list[tuple[int, ...]](), []
        for sign, capital in _signs(normalize("NFC", name).translate(others), places.keys(), digraphs):
            place = places.get(sign)
            if place is None and combining(sign) not in (0, _VIRAMA):
                if marks:
                    marks[-1] += (ord(sign),)
                continue
            letters.append(place[0] if place else _elsewhere(sign))
            marks.append(place[1] if place else ())
            capitals.append(capital)
        return tuple(letters), tuple(marks), tuple(capitals), name

    return key


def _places(habits: Habits) -> dict[str, tuple[int, tuple[int, ...]]]:
    """Return where each letter of an alphabet stands, and which variant of that letter it is; between any two of them there
    is room for a digraph."""
    found: dict[str, tuple[int, tuple[int, ...]]] = {}
    for place, group in enumerate(habits.alphabet.split()):
        for number, letter in enumerate(group):
            found[letter] = (_OWN + 2 * place, (number,) if number else ())
    for pair in habits.digraphs.split():
        found[pair] = (found[pair[0]][0] + 1, ())
    return found


def _signs(name: str, known: Set[str], digraphs: Set[str]) -> Iterator[tuple[str, bool]]:
    """Yield the letters and marks of a name, small, and whether each is a capital. What is a letter of the alphabet is not
    taken apart."""
    at = 0
    while at < len(name):
        sign = pair if (pair := name[at : at + 2]) in digraphs else name[at]
        at += len(sign)
        if sign in known:
            yield sign, False
        elif category(sign) != "Cf":
            small = sign.lower().translate(_LIKE)
            yield from ((part, small != sign and sign.isupper()) for part in normalize("NFD", small))


def _elsewhere(sign: str) -> int:
    value = decimal(sign, None)
    if value is not None:
        return _DIGIT + value
    return (_SIGN if category(sign)[0] in "ZPS" else _OTHER) + ord(sign)
