"""Phrases that a language lacks: they are printed in English, and readers' programs are told so (WCAG 3.1.2).

Where in a page a phrase will stand is not known as it is said: it is marked then, and the marks become `<span lang="en">`
once the page is whole. Within tags, and in elements that hold nothing but text, no element can stand, so there they go.
"""

import re
from collections.abc import Iterator
from gettext import NullTranslations

from patrika.model.language import Language
from patrika.render.locale import Phrases, key_of

_OPEN, _CLOSE = "\x02", "\x03"
"""Signs that no content has: what XML cannot carry is left out as it is read."""

_NO_MARKS = str.maketrans("", "", _OPEN + _CLOSE)
_NOT_TEXT = re.compile(
    r"<!--.*?-->|<(title|script|style|textarea|option)\b.*?</\1\s*>|<[a-z/!](?:[^>\"']|\"[^\"]*\"|'[^']*')*>",
    re.IGNORECASE | re.DOTALL,
)


class Marking(NullTranslations):
    """Phrases of a language, with marks about those that it lacks."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self._phrases = phrases

    def gettext(self, message: str) -> str:
        """Return a phrase."""
        return self._marked(self._phrases.gettext(message), key_of(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return a phrase with a number."""
        return self._marked(self._phrases.ngettext(msgid1, msgid2, n), key_of(msgid1))

    def pgettext(self, context: str, message: str) -> str:
        """Return a phrase that has several meanings."""
        return self._marked(self._phrases.pgettext(context, message), key_of(message, context))

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Return a phrase with a number that has several meanings."""
        return self._marked(self._phrases.npgettext(context, msgid1, msgid2, n), key_of(msgid1, context))

    def _marked(self, said: str, key: str) -> str:
        return said if not said or key in self._phrases.entries else f"{_OPEN}{said}{_CLOSE}"


def spoken(phrases: Phrases, language: Language) -> NullTranslations:
    """Return what templates of a language have phrases from: those of English are in no other language."""
    return phrases if language.locale.startswith("en") else Marking(phrases)


def told(html: str, language: Language) -> str:
    """Return a page, or a piece of one, with what is in English said to be."""
    if _OPEN not in html:
        return html
    opening = '<span lang="en">' if language.direction == "ltr" else '<span lang="en" dir="ltr">'
    return "".join(_told(html, opening))


def _told(html: str, opening: str) -> Iterator[str]:
    start = 0
    for found in _NOT_TEXT.finditer(html):
        yield html[start : found.start()].replace(_OPEN, opening).replace(_CLOSE, "</span>")
        yield found[0].translate(_NO_MARKS)
        start = found.end()
    yield html[start:].replace(_OPEN, opening).replace(_CLOSE, "</span>")
