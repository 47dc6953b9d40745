"""Days of other calendars than the Gregorian: year, month and day, each from 1."""

from calendar import isleap
from collections.abc import Callable, Mapping
from datetime import date

from msgspec import Struct


class Day(Struct, frozen=True):
    """A day of a calendar."""

    year: int
    month: int
    day: int


_REFORMED = 1426
"""The first year with the months of the reform of 2019, in force since its 31 Ashwin, 16 October 2019."""


def bangladesh(day: date) -> Day:
    """Return a day by the calendar of the Bangla Academy, which the state of Bangladesh goes by.

    Its years begin on 14 April. Since 2019 the first six months have 31 days, the others 30, and Falgun 29, or 30 where
    its February has 29; before (the form of 1995) the first five had 31, the others 30, and Falgun 31 where February has 29.
    """
    start = date(day.year - (day < date(day.year, 4, 14)), 4, 14)
    year = start.year - 593
    leap = isleap(start.year + 1)
    reformed = year >= _REFORMED
    lengths = [31] * 5 + [31 if reformed else 30] + [30] * 4 + [(29 if reformed else 30) + leap, 30]
    rest = (day - start).days
    for month, length in enumerate(lengths, 1):
        if rest < length:
            return Day(year, month, rest + 1)
        rest -= length
    raise AssertionError(f"{day} lies in no month of {year}")


def persian(day: date) -> Day:
    """Return a day by the solar Hijri calendar, which Iran goes by."""
    # Loaded here, since few sites go by it. Its package has types, but for this constructor.
    from persiantools.jdatetime import JalaliDate

    there = JalaliDate(day)  # type: ignore[no-untyped-call]
    return Day(there.year, there.month, there.day)


OTHERS: Mapping[str, Callable[[date], Day]] = {"bangladesh": bangladesh, "persian": persian}
"""All but the Gregorian, by name."""
