"""What papers in a language write otherwise than CLDR has it, or what CLDR has not: a file for each language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Literal

from msgspec import Struct, convert

_FOLDER = Path(__file__).with_name("languages")


UNKNOWN_PACE = 200
"""Words a minute where nobody has measured them."""


class Habits(Struct, frozen=True, forbid_unknown_fields=True):
    """The habits of a language; what is empty is as CLDR has it."""

    numerals: str = ""
    """Said of languages with a file even where CLDR says the same, as its data takes 5 ms to load."""
    clock: Literal[0, 12, 24] = 0
    date: str = ""
    """Patterns in the letters of CLDR, here and below."""
    long_date: str = ""
    short_date: str = ""
    month: str = ""
    calendar: str = "gregorian"
    periods: tuple[tuple[int, str], ...] = ()
    """Words before a time of twelve hours, each from its hour on, the first from 0."""
    pair: str = ""
    """How two things are listed: `{0} and {1}`."""
    between: str = ""
    """How one of more than two is joined to the next, but the last."""
    last: str = ""
    """How the last of three things and more is joined to those before it."""
    compact: Literal["short", "long"] = "short"
    """Which of the two forms of CLDR writes large numbers in words."""
    magnitudes: Mapping[str, str] = {}
    """What to write instead of them, by the number from which on it is written: `{0} lakh`."""
    sizes: tuple[str, str] = ("{0} KB", "{0} MB")
    """How sizes of files are written, in units of 1,024 bytes and of 1,024 of these."""
    ordinals: Mapping[str, str] = {}
    """By number, or by CLDR's category of ordinals: `{0}th`; `{0}.` where there is none."""
    alphabet: str = ""
    """Letters in the order of dictionaries, with spaces between, each with its variants behind it; a letter in none stands
    by its code point, after these."""
    digraphs: str = ""
    """Pairs of letters that are a letter of their own, behind the first of the two."""
    sorted_as: Mapping[str, str] = {}
    """Letters that stand as others would in their place."""
    spellings: Mapping[str, str] = {}
    """What to print instead of words of CLDR's."""
    words_a_minute: int = UNKNOWN_PACE
    """How fast its readers read, as words are counted (`read/text.py`). What is in files was measured in reading aloud:
    Trauzettel-Klosinski and Dietz, Standardized Assessment of Reading Performance: The New International Reading Speed Texts
    IReST, Invest Ophthalmol Vis Sci 53, 2012, 5452-5461."""
    zones: Mapping[str, str] = {}
    """Names of time zones, by their names in IANA's database."""
    calendars: Mapping[str, tuple[str, ...]] = {}
    """Names of the months of calendars besides the Gregorian."""


@cache
def habits_of(language: str) -> Habits:
    """Return the habits of a language by its code (ISO 639), those of one without a file being CLDR's."""
    file = _FOLDER / f"{language}.toml"
    return convert(loads(file.read_text("utf-8")), Habits, strict=False) if file.is_file() else Habits()


def languages_with_habits() -> tuple[str, ...]:
    """Return the codes of the languages that have a file, sorted."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.toml")))
