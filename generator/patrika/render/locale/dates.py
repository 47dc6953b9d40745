"""Days by patterns, in the Gregorian and in other calendars, and times of day."""

from collections.abc import Mapping
from datetime import date, time

from babel import Locale
from babel.dates import format_date, format_time, tokenize_pattern
from msgspec import Struct

from patrika.model.language import DateStyle
from patrika.render.locale.calendars import OTHERS, Day
from patrika.render.locale.habits import Habits


class Patterns(Struct, frozen=True):
    """How a language writes days and times, in the letters of CLDR."""

    date: str
    long_date: str
    short_date: str
    month: str
    time: str


def patterns_of(locale: Locale, habits: Habits, wished: DateStyle) -> Patterns:
    """Return the patterns that a site wishes, else those of the language's papers, else CLDR's."""
    skeletons = locale.datetime_skeletons
    clock = wished.clock or habits.clock
    return Patterns(
        date=wished.date or habits.date or str(locale.date_formats["long"]),
        long_date=wished.long_date or habits.long_date or str(locale.date_formats["full"]),
        short_date=wished.short_date or habits.short_date or _of_skeleton(locale, "MMMMd", "MMMd"),
        month=wished.month or habits.month or _of_skeleton(locale, "yMMMM", "yMMM"),
        time=str(skeletons["Hm" if clock == 24 else "hm"] if clock else locale.time_formats["short"]),
    )


def _of_skeleton(locale: Locale, wanted: str, shorter: str) -> str:
    """Return the pattern of a skeleton; where CLDR has only the one with the month's name cut short, with its whole name."""
    skeletons = locale.datetime_skeletons
    if wanted in skeletons:
        return str(skeletons[wanted])
    return str(skeletons[shorter]).replace("MMM", "MMMM").replace("LLL", "LLLL")


def print_day(day: date, pattern: str, locale: Locale, calendar: str, months: tuple[str, ...]) -> str:
    """Return a day by a pattern in Latin digits. `months` are the names of a calendar other than the Gregorian."""
    if calendar not in OTHERS:
        return format_date(day, pattern, locale=locale)
    there = OTHERS[calendar](day)
    parts = (
        token if isinstance(token, str) else _field(day, there, token[0] * token[1], locale, months)
        for _, token in tokenize_pattern(pattern)
    )
    return "".join(parts).strip()


def _field(day: date, there: Day, letters: str, locale: Locale, months: tuple[str, ...]) -> str:
    """Return what a field of a pattern stands for in another calendar: years, months and days are its own; eras are not said."""
    letter, width = letters[0], len(letters)
    if letter in "yu":
        return f"{there.year % 100:02}" if width == 2 else f"{there.year:0{width}}"
    if letter in "ML":
        return f"{there.month:0{width}}" if width < 3 else months[there.month - 1]
    if letter == "d":
        return f"{there.day:0{width}}"
    return "" if letter == "G" else format_date(day, letters, locale=locale)


def print_time(hour: int, minute: int, pattern: str, locale: Locale, periods: Mapping[int, str]) -> str:
    """Return a time of day in Latin digits: of twelve hours after the word for that part of the day, where a language has
    such words."""
    if periods and "h" in pattern:
        period = periods[max(start for start in periods if start <= hour)]
        return f"{period} {(hour - 1) % 12 + 1}:{minute:02}"
    return format_time(time(hour, minute), pattern, locale=locale)
