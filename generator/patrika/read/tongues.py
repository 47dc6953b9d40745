"""Languages by their tags (BCP 47): how they are written, which way a text runs, and which language stands in for another."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal
from unicodedata import bidirectional

from patrika.model.diagnostics import did_you_mean
from patrika.model.language import RIGHT_TO_LEFT
from patrika.read.tables import Table

TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{4,8})*")
KNOWN: Mapping[str, tuple[str, str]] = {
    "ar": ("Arab", "ar_EG"),
    "bn": ("Beng", "bn_BD"),
    "ckb": ("Arab", "ckb_IQ"),
    "en": ("Latn", "en_GB"),
    "fa": ("Arab", "fa_IR"),
    "he": ("Hebr", "he_IL"),
    "hi": ("Deva", "hi_IN"),
    "ne": ("Deva", "ne_NP"),
    "ps": ("Arab", "ps_AF"),
    "sd": ("Arab", "sd_PK"),
    "ta": ("Taml", "ta_IN"),
    "ug": ("Arab", "ug_CN"),
    "ur": ("Arab", "ur_PK"),
}
"""Script (ISO 15924) and CLDR locale of languages whose defaults need knowing."""

Direction = Literal["ltr", "rtl"]
_STRONG: Mapping[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def direction_of(tag: str) -> Direction:
    """Return the direction in which a language is written."""
    language, *parts = tag.split("-")
    known = KNOWN.get(language, ("", ""))[0]
    script = next((part for part in parts if len(part) == 4 and part.isalpha()), known)
    return "rtl" if script in RIGHT_TO_LEFT else "ltr"


def read_fallback(table: Table, id: str, ids: Sequence[str]) -> tuple[str, ...]:
    """Return the languages, of the site's `ids`, that the table of the language `id` names to stand in for it."""
    written = table.values.get("fallback", [])
    named = [written] if isinstance(written, str) else table.get("fallback", list, [])
    others = [other for other in ids if other != id]
    for other in named:
        if other not in others:
            said = "a language cannot stand in for itself" if other == id else f"fallback: unknown language “{other}”"
            known = f"the others are {', '.join(others)}" if others else "remove it: there is no other language"
            table.refuse(said, did_you_mean(str(other), others, known), "fallback")
    return tuple(dict.fromkeys(other for other in named if other in others))


def directions_in(text: str) -> set[Direction]:
    """Return the directions in which the letters of a text run (Unicode Standard Annex 9)."""
    return {_STRONG[kind] for kind in set(map(bidirectional, text)) if kind in _STRONG}
