"""How a language's dates and times are printed, as site.toml says it."""

from collections.abc import Sequence

from patrika.model.diagnostics import did_you_mean
from patrika.model.language import CALENDARS, DateStyle
from patrika.model.numerals import DIGITS
from patrika.read.date_patterns import LETTERS, pattern_fault
from patrika.read.tables import Table

_FORMATS = ("date_format", "long_date_format", "short_date_format", "month_format")


def read_numerals(table: Table) -> str:
    """Return the numbering system that a language's table names, nothing for the one of its papers."""
    numerals = table.text("numerals")
    if numerals in DIGITS or not isinstance(table.values.get("numerals"), str):
        return numerals
    # All their names would make the message a paragraph: they are in the hint, where none is near.
    hint = did_you_mean(numerals, DIGITS, f"use one of {', '.join(DIGITS)}")
    table.refuse(f"numerals: there is no numbering system “{numerals}” of ten digits", hint, "numerals")
    return ""


def read_dates(table: Table) -> DateStyle:
    """Return how dates and times are printed as far as a language's table says it."""
    clock = table.get("clock", int)
    if clock not in (None, 12, 24):
        table.refuse(f"clock: {clock} is neither 12 nor 24", "write  clock = 24  or  clock = 12", "clock")
        clock = None
    date, long_date, short_date, month = (_format(table, key) for key in _FORMATS)
    calendar, beside = (_word(table, key, CALENDARS) for key in ("calendar", "calendar_beside"))
    return DateStyle(clock or 0, date, long_date, short_date, month, calendar, beside)


def _word(table: Table, key: str, words: Sequence[str]) -> str:
    return table.word(key, ("", *words), "")


def _format(table: Table, key: str) -> str:
    pattern = table.text(key)
    if not isinstance(table.values.get(key), str) or not (fault := pattern_fault(pattern)):
        return pattern
    hint = f"write it with {LETTERS}, and other words between single quotation marks: d MMMM y"
    table.refuse(f"{key}: “{pattern}” is no pattern of dates: {fault}", hint, key)
    return ""
