"""The tables of docs/languages.md: what is printed in nine languages, the digits that there are, and quotation marks."""

from collections.abc import Iterator

from patrika.model.language import Language
from patrika.model.numerals import DIGITS
from patrika.read.quotes import languages_with_quotes
from patrika.render.locale import Voice, read_phrases, settled
from patrika.render.locale.calendars import OTHERS
from patrika.render.locale.habits import UNKNOWN_PACE, habits_of, languages_with_habits
from reference.table import code, table

TAGS = ("en", "bn", "ur", "ar", "hi", "fa", "ne", "ta", "zh")
MODEL = 1_690_406_160
"""26 July 2023, 21:16 UTC: 03:16 in Dhaka on the 27th."""
_HEAD = ("language", "numerals", "day", "time", "number", "large", "first to fifth", "list", "hours", "zone")


def language_tables() -> dict[str, str]:
    """Return the tables as Markdown, by the names of their regions."""
    return {
        "languages": table(_HEAD, map(_row, TAGS)),
        "digits": ", ".join(f"{code(name)} {digits[1:4]}" for name, digits in sorted(DIGITS.items())) + ".",
        "quotes": table(("marks", "languages"), _quote_rows()),
        "paces": ", ".join(_paces()) + ".",
        "calendars": table(("calendar", "its months have names in"), _calendar_rows()),
    }


def _row(tag: str) -> tuple[str, ...]:
    language, _ = settled(Language(tag, tag, tag, "", "", "ltr", "", tag))
    voice = Voice(language, "Asia/Dhaka", read_phrases(None))
    return (
        code(tag),
        code(language.numerals),
        voice.long_date(MODEL),
        f"{voice.clock(MODEL)}, {voice.clock(MODEL + 43_200)}",
        voice.number(1_234_567.5),
        voice.compact(1_250_000),
        ", ".join(map(voice.ordinal, range(1, 6))),
        voice.listing(["A", "B", "C"]),
        f"{voice.unit(1, 'hour')}, {voice.unit(2, 'hour')}",
        voice.zone_name(MODEL),
    )


def _quote_rows() -> Iterator[tuple[str, ...]]:
    for quotes, tags in languages_with_quotes().items():
        yield " ".join(quotes), ", ".join(map(code, tags))


def _paces() -> Iterator[str]:
    """Yield languages with the words that their readers read in a minute, where that is known."""
    for tag in languages_with_habits():
        if (pace := habits_of(tag).words_a_minute) != UNKNOWN_PACE:
            yield f"{code(tag)} {pace}"


def _calendar_rows() -> Iterator[tuple[str, ...]]:
    for name in OTHERS:
        spoken = [tag for tag in TAGS if name in habits_of(tag).calendars]
        yield code(name), ", ".join(map(code, spoken))
