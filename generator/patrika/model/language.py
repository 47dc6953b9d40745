"""A language that a site publishes in, and how its texts, dates and numbers are printed."""

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"})


Quotes = tuple[str, str, str, str]
"""What opens and closes a quotation, and one within another."""

CURLY: Quotes = ("“", "”", "‘", "’")

GREGORIAN = "gregorian"
CALENDARS = (GREGORIAN, "bangladesh", "persian")


class DateStyle(Struct, frozen=True):
    """How a language's dates and times are printed where site.toml says so; what is empty is as its papers have it."""

    clock: int = 0
    """Hours, 12 or 24."""
    date: str = ""
    """A pattern in the letters of CLDR, as those below: of a day with its year."""
    long_date: str = ""
    """Of a day with its weekday and year."""
    short_date: str = ""
    """Of a day without its year."""
    month: str = ""
    """Of a month with its year."""
    calendar: str = ""
    """`gregorian`, `bangladesh` or `persian`."""
    beside: str = ""
    """The calendar of a second date."""


class Language(Struct, frozen=True):
    """A language that the site publishes in."""

    id: str
    """The suffix of its files: `bn` in `storm.bn.md`."""
    name: str
    """Its own name in its own script."""
    tag: str
    """BCP 47, for `lang` and `hreflang`."""
    locale: str
    """CLDR locale, for dates and numbers."""
    numerals: str
    """CLDR numbering system: `latn`, `beng`, `arabext` …"""
    direction: Literal["ltr", "rtl"]
    path: str
    """Folder of its pages, without slashes; empty for the root."""
    site_name: str
    dates: DateStyle = DateStyle()
    """What site.toml says of its dates and times: print them with filters."""
    fallback: tuple[str, ...] = ()
    """Ids of languages in which stories that it lacks are shown under its navigation, the preferred first."""
    quotes: Quotes = CURLY
    """What opens and closes a quotation in its texts, and one within another."""
    extra: Mapping[str, Any] = {}
    """Its [own fields](#own-fields)."""
