"""Typography of plain text: quotation marks of the language for straight ones, apostrophes, dashes and ellipses.

A straight mark opens or closes by what stands on its two sides, as in CommonMark's emphasis, and by what is open. Otherwise
than there, words of any script count: Bangla and Korean write endings behind a closing mark, Arabic and Hebrew words before an
opening one, and Chinese both.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple
from unicodedata import category

from msgspec import Struct

from patrika.model.language import CURLY, Quotes
from patrika.read.quotes import quotes_of
from patrika.read.text import is_spaceless, is_unspaced

Beside = Literal["space", "opening", "closing", "dash", "sign", "digit", "letter"]
"""What a mark may stand beside: brackets that open or close, and other signs."""

_RUN = re.compile(r"--+|\.\.\.+")
_ADDRESS = re.compile(r"""(?:https?://|www\.)[^\s"'<>]+|[^\s"'<>()]+@[^\s"'<>()]+""")
_DECADE = re.compile(r"\d\d(?:s\b|-[^\W\d])")
"""What can only follow an apostrophe: ’90s, ’৭১-এর."""

_SIGNS: frozenset[Beside] = frozenset(("opening", "closing", "dash", "sign"))
_IN_WORDS: frozenset[Beside] = frozenset(("letter", "digit"))
_UNSEEN = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Signs of direction: what stands behind them is beside a mark."""


class Stretch(NamedTuple):
    """A part of a text. Marks belong together that stand at one level, with none below it between them."""

    text: str
    level: int = 0
    quotes: Quotes | None = CURLY
    """None where all stays as it is written."""


class Typography(Struct, frozen=True):
    """How a text is set: the marks of its language, and of languages of which the site says something."""

    quotes: Quotes = CURLY
    own: Mapping[str, Quotes] = {}
    """By tag (BCP 47)."""

    def quotes_of(self, tag: str) -> Quotes:
        """Return the marks of words in a language (BCP 47) within the text."""
        return self.own.get(tag) or quotes_of(tag)

    def typeset(self, text: str) -> str:
        """Return a plain text as it is printed."""
        return typeset((Stretch(text, 0, self.quotes),))[0] if may_change(text) else text


PLAIN_TYPOGRAPHY = Typography()


def may_change(text: str) -> bool:
    """Return whether a text holds what is printed otherwise than it is typed."""
    # Four searches for plain words take a tenth of the time of one for a pattern of them.
    return '"' in text or "'" in text or _holds_runs(text)


def _holds_runs(text: str) -> bool:
    return "--" in text or "..." in text


def typeset(stretches: Sequence[Stretch]) -> list[str]:
    """Return the stretches of a text as they are printed."""
    setting = _Setting("".join([stretch.text for stretch in stretches]))
    places, end = list[tuple[int, int]](), 0
    for stretch in stretches:
        start, end = end, end + len(stretch.text)
        places.append((start, end))
        setting.go_through(start, end, stretch)
    setting.end()
    return _printed(setting.text, setting.signs, places)


def _printed(text: str, signs: Mapping[int, str], places: Sequence[tuple[int, int]]) -> list[str]:
    """Return parts of a text with some signs replaced."""
    todo = sorted(signs.items(), reverse=True)
    made = list[str]()
    for start, end in places:
        parts, done = list[str](), start
        while todo and todo[-1][0] < end:
            at, sign = todo.pop()
            parts += (text[done:at], sign)
            done = at + 1
        made.append("".join((*parts, text[done:end])))
    return made


def _places_of(sign: str, text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a sign stands. Searches for one sign after the other take half the time of one for both by a pattern."""
    at = text.find(sign, start, end)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1, end)


class _Sides(NamedTuple):
    """What the signs on the two sides of a mark say of it."""

    is_within: bool
    """Whether both are of words."""
    opens: bool
    """Whether it may open a quotation; for one within a word, and single, if none is open."""
    closes: bool
    ends: bool
    """Whether it closes a quotation if one is open, and otherwise may open one."""
    is_sure: bool
    """Whether it opens one even if nothing closes it: a quotation may go on in the next paragraph."""
    elides: bool
    """Whether a digit follows, as in ’71."""
    measures: bool
    """Whether it follows a digit, as in 5″."""
    apostrophe: str
    """What it is printed as if it is single and no quotation mark: in Hebrew, geresh."""


class _Open(NamedTuple):
    """A mark that opens a quotation, if it is closed."""

    at: int
    is_double: bool
    level: int
    quotes: Quotes
    sides: _Sides


class _Setting:
    """One walk over the signs of a text, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.signs: dict[int, str] = {}
        """What is printed in place of signs."""
        self.holds_runs = _holds_runs(text)
        self.addresses = [it.span() for it in _ADDRESS.finditer(text)] if self.holds_runs else []
        self.opens: list[_Open] = []
        """Those that are not closed yet, the innermost last."""

    def go_through(self, start: int, end: int, stretch: Stretch) -> None:
        """Set a stretch of the text, after those before it."""
        if self.opens:
            self.end(next((n for n, it in enumerate(self.opens) if it.level > stretch.level), len(self.opens)))
        if not stretch.quotes:
            return
        for at in sorted((*_places_of('"', self.text, start, end), *_places_of("'", self.text, start, end))):
            self._set_mark(at, stretch.level, stretch.quotes)
        if self.holds_runs:
            for found in _RUN.finditer(self.text, start, end):
                self._set_run(*found.span())

    def end(self, first: int = 0) -> None:
        """Set the marks that are still open, from a number on, as what they are if nothing closes them."""
        for it in self.opens[first:]:
            if it.sides.is_sure and it.is_double:
                self.signs[it.at] = it.quotes[0]
            elif it.sides.is_sure:
                self.signs[it.at] = it.quotes[2] if it.at == 0 and not it.sides.elides else "’"
        del self.opens[first:]

    def _set_run(self, start: int, end: int) -> None:
        """Set hyphens or full stops that follow each other."""
        before, after = self.text[start - 1 : start] or " ", self.text[end : end + 1] or " "
        kind, length = self.text[start], end - start
        if kind in (before, after) or any(first <= start < last for first, last in self.addresses):
            return
        sign = ""
        if kind == ".":
            sign = "…" if length == 3 else ""
        elif before == "<" or after == ">" or self.text.endswith("<!", 0, start):
            pass
        elif length == 2:
            # Behind a space and before a word it is what programs are asked by: --help.
            sign = "" if before.isspace() and not after.isspace() else "–"
        elif length == 3:
            sign = "—"
        if sign:
            self.signs |= {start: sign, **dict.fromkeys(range(start + 1, end), "")}

    def _set_mark(self, at: int, level: int, quotes: Quotes) -> None:
        text = self.text
        before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        if before in _UNSEEN or after in _UNSEEN:
            before, after = _seen(text, at, -1), _seen(text, at, 1)
        is_double = text[at] == '"'
        sides = _between(before, after)
        opener = self._opener(is_double, level) if self.opens else -1
        if sides.is_within and not is_double:
            closes = sides.closes and not (opener >= 0 and self.opens[opener].sides.elides)
            opens = sides.opens and opener < 0
        elif sides.is_within:
            if sides.apostrophe == "׳" and not text[at + 2 : at + 3].isalpha():
                self.signs[at] = "״"
                return
            closes, opens = True, not sides.measures
        else:
            closes, opens = sides.closes or (sides.ends and opener >= 0), sides.opens
        if closes and opener >= 0:
            self._close(at, opener)
        elif sides.elides and not is_double and _DECADE.match(text, at + 1):
            self.signs[at] = "’"
        elif opens:
            self.opens.append(_Open(at, is_double, level, quotes, sides))
        elif not is_double and (closes or sides.is_within):
            self.signs[at] = sides.apostrophe
        elif closes and not sides.is_within and not sides.measures:
            self.signs[at] = quotes[1]

    def _opener(self, is_double: bool, level: int) -> int:
        """Return the number of the mark that one of a kind would close, less than 0 if there is none: an inner one closes
        nothing across an outer one."""
        for number in range(len(self.opens) - 1, -1, -1):
            it = self.opens[number]
            if it.level < level or (it.is_double and not is_double):
                break
            if it.is_double == is_double:
                return number
        return -1

    def _close(self, at: int, opener: int) -> None:
        opened = self.opens[opener]
        self.end(opener + 1)
        self.opens.pop()
        self.signs[opened.at], self.signs[at] = opened.quotes[:2] if opened.is_double else opened.quotes[2:]


def _seen(text: str, at: int, step: int) -> str:
    """Return the sign beside a place, but for signs of direction; a space at the ends of the text."""
    at += step
    while 0 <= at < len(text) and text[at] in _UNSEEN:
        at += step
    return text[at] if 0 <= at < len(text) else " "


@lru_cache(maxsize=16_384)
def _between(before: str, after: str) -> _Sides:
    left, right = _beside(before), _beside(after)
    is_within = left in _IN_WORDS and right in _IN_WORDS
    if is_within:
        opens = is_spaceless(before) or is_spaceless(after)
        closes = is_unspaced(after)
    else:
        opens = _can_open(left, right, before)
        closes = _can_close(left, right, after)
    return _Sides(
        is_within=is_within,
        opens=opens,
        closes=closes,
        # Behind a full stop or comma without a space, in whatever script.
        ends=left in ("sign", "closing") and right in _IN_WORDS,
        is_sure=not is_within and (left == "space" or right in _IN_WORDS),
        elides=right == "digit",
        measures=left == "digit",
        apostrophe="׳" if "א" <= before <= "ת" else "’",
    )


def _can_open(left: Beside, right: Beside, before: str) -> bool:
    if right in _IN_WORDS:
        return True
    if right in ("space", "closing"):
        return False
    return left == "space" or left in _SIGNS or (right == "opening" and is_unspaced(before))


def _can_close(left: Beside, right: Beside, after: str) -> bool:
    if left in _IN_WORDS:
        return True
    if left in ("space", "opening"):
        return False
    return right == "space" or right in _SIGNS or is_unspaced(after)


def _beside(sign: str) -> Beside:
    """Return what a sign is to a quotation mark beside it. Combining marks and joiners are parts of words."""
    if sign.isspace() or sign == "\u200b":
        return "space"
    kind = category(sign)
    named: Mapping[str, Beside] = {"Ps": "opening", "Pe": "closing", "Pd": "dash", "Nd": "digit"}
    return named.get(kind) or ("sign" if kind[0] in "PS" else "letter")
