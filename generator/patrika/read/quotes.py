"""Quotation marks by language: what papers print, and what site.toml says of it."""

from collections.abc import Mapping
from typing import cast
from unicodedata import category

from patrika.model.language import CURLY, Quotes
from patrika.read.tables import Table

_TAGS: Mapping[Quotes, str] = {
    ("«", "»", "“", "”"): "br ca el eu it pt-AO pt-CV pt-MZ pt-PT",
    ("«", "»", "„", "“"): "be ky os ru sah uk",
    ("«", "»", "‹", "›"): "am de-CH de-LI fa fr-CH mzn rm sdh ug",
    ("«", "»", "‘", "’"): "nb nn no",
    ("«", "»", "”", "“"): "ar",
    ("«", "»", "«", "»"): "hy",
    ("«\u202f", "\u202f»", "“", "”"): "fr",
    ("„", "“", "‚", "‘"): "cs de dsb et hr hsb is lb mk sk sl",
    ("„", "“", "„", "“"): "bg lt",
    ("„", "“", "«", "»"): "ka",
    ("„", "”", "«", "»"): "pl ro",
    ("„", "”", "»", "«"): "hu",
    ("„", "”", "‘", "’"): "bs",
    ("„", "”", "’", "’"): "sr",
    ("”", "”", "’", "’"): "fi he se sv",
    ("”", "“", "’", "‘"): "syr ur",
    ("「", "」", "『", "』"): "ja yue zh-Hant zh-HK zh-MO zh-TW",
}
"""Tags (BCP 47) by their marks: delimiters of CLDR 48, but for what papers print otherwise, which is Arabic (Asharq Al-Awsat,
Al-Ahram; CLDR's pair stands within), French (the spaces of the Imprimerie nationale; Le Monde within), German in Switzerland
and Liechtenstein (NZZ), and Uyghur, whose inner pair CLDR has the wrong way round for its direction. Dutch, for which CLDR has
single marks alone, keeps what is typed, as all languages that are not named here: “ ” ‘ ’."""

_QUOTES: Mapping[str, Quotes] = {tag: quotes for quotes, tags in _TAGS.items() for tag in tags.split()}
_LONGEST = 3


def quotes_of(tag: str) -> Quotes:
    """Return the quotation marks of a language (BCP 47): what opens and closes outer ones, then inner ones."""
    parts = tag.split("-")
    known = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((_QUOTES[it] for it in known if it in _QUOTES), CURLY)


def languages_with_quotes() -> Mapping[Quotes, tuple[str, ...]]:
    """Return the tags of languages by their marks, of all whose marks are not “ ” ‘ ’."""
    return {quotes: tuple(tags.split()) for quotes, tags in _TAGS.items()}


def read_quotes(table: Table, tag: str) -> Quotes:
    """Return the quotation marks that a language's table names, else those of its papers."""
    given = table.values.get("quotes")
    if given is None:
        return quotes_of(tag)
    marks = tuple(given) if isinstance(given, str | list) else ()
    if len(marks) == 4 and all(isinstance(mark, str) and _is_mark(mark) for mark in marks):
        return cast(Quotes, marks)
    shown = "quotes" if isinstance(given, list) else f"quotes: “{given}”"
    said = f"{shown} is not four quotation marks"
    hint = 'write what opens and closes, then the same within another:  quotes = "«»‹›"  or  ["« ", " »", "“", "”"]'
    table.refuse(said, hint, "quotes")
    return quotes_of(tag)


def _is_mark(mark: str) -> bool:
    """Return whether a text can stand for a quotation mark: signs, perhaps with a space."""
    return len(mark) <= _LONGEST and bool(mark.strip()) and all(category(sign)[0] in "PSZ" for sign in mark)
