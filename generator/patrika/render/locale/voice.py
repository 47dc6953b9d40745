"""How a language says dates, times, numbers, lists and the theme's phrases."""

import datetime
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from babel import Locale

from patrika.model.language import GREGORIAN, Language
from patrika.model.numerals import DIGITS
from patrika.model.terms import Instant
from patrika.render.locale.calendars import OTHERS
from patrika.render.locale.dates import Patterns, patterns_of, print_day, print_time
from patrika.render.locale.habits import habits_of
from patrika.render.locale.lists import list_patterns, print_list
from patrika.render.locale.locales import numerals_of
from patrika.render.locale.numbers import Number, Numbers
from patrika.render.locale.order import Key, order_of
from patrika.render.locale.phrases import Phrases
from patrika.render.locale.zones import zone_name


class Voice:
    """A language's dates, numbers and phrases for one site zone. Instants are UTC seconds."""

    def __init__(self, language: Language, timezone: str, phrases: Phrases) -> None:
        self.language = language
        self.locale = Locale.parse(language.locale)
        self.zone = ZoneInfo(timezone)
        self.phrases = phrases
        self.habits = habits_of(self.locale.language)
        self._style = language.dates
        self._calendar = language.dates.calendar or self.habits.calendar
        self._beside = language.dates.beside
        self._periods = dict(self.habits.periods)
        numerals = language.numerals or numerals_of(language.locale)
        self._digits = str.maketrans(DIGITS["latn"], DIGITS[numerals])
        self._numbers = Numbers(self.locale, numerals, self.habits)
        self._order = order_of(self.habits)
        # An instant is printed wherever its story is listed, a day by many instants.
        self._dated = lru_cache(maxsize=4096)(self._date)
        self._days = lru_cache(maxsize=4096)(self._day)
        self._times = lru_cache(maxsize=4096)(self._time)
        self._counted = lru_cache(maxsize=4096)(self._count)

    def local(self, moment: Instant) -> datetime.datetime:
        """Return an instant in the site's zone."""
        return datetime.datetime.fromtimestamp(moment, self.zone)

    def digits(self, text: str) -> str:
        """Return text with its Latin digits turned into the language's own."""
        return text.translate(self._digits)

    def plain(self, value: int | float | str) -> str:
        """Return a number, or words with digits, in the language's digits, not grouped: a year."""
        return self.digits(str(value))

    def number(self, value: int | float) -> str:
        """Return a number in the language's digits, grouped as it does, with up to three decimals."""
        return self._counted(value)

    def compact(self, value: int | float) -> str:
        """Return a number as its papers shorten it, with a word for thousands, lakhs or millions."""
        return self.digits(self._numbers.compact(value))

    def ordinal(self, value: int) -> str:
        """Return a whole number as a place in an order: 1st."""
        return self.digits(self._numbers.ordinal(value))

    def unit(self, value: int | float, unit: str) -> str:
        """Return a number of units by a name of CLDR's, such as `hour`, in the plural that it asks for."""
        return self._spelt(self.digits(self._numbers.counted(value, unit)))

    def size(self, octets: int) -> str:
        """Return the size of a file as readers are told it, no less than a kilobyte of 1,024."""
        kilobytes = max(1, round(octets / 1024))
        of_kilobytes, of_megabytes = self.habits.sizes
        return (
            of_kilobytes.format(self.number(kilobytes))
            if kilobytes < 1024
            else of_megabytes.format(self.number(round(kilobytes / 1024)))
        )

    def reading_time(self, words: int) -> str:
        """Return how long a text of so many words is read, in whole minutes, one at least."""
        pace = self.habits.words_a_minute
        return self.unit(max(1, (words + pace // 2) // pace), "minute")

    def date(self, moment: Instant) -> str:
        """Return the day."""
        return self._dated(moment, self._patterns.date, self._calendar)

    def long_date(self, moment: Instant) -> str:
        """Return the day with its weekday."""
        return self._dated(moment, self._patterns.long_date, self._calendar)

    def short_date(self, moment: Instant) -> str:
        """Return the day without its year."""
        return self._dated(moment, self._patterns.short_date, self._calendar)

    def calendar_date(self, moment: Instant) -> str:
        """Return the day by the calendar that site.toml wants beside the usual one, else nothing."""
        return self._dated(moment, self._patterns.date, self._beside) if self._beside else ""

    def month(self, moment: Instant) -> str:
        """Return the month with its year, Gregorian as archives are."""
        return self._dated(moment, self._patterns.month, GREGORIAN)

    def year(self, moment: Instant) -> str:
        """Return the year, as it stands in dates."""
        day = self.local(moment).date()
        return self.digits(str(OTHERS[self._calendar](day).year if self._calendar in OTHERS else day.year))

    def clock(self, moment: Instant) -> str:
        """Return the time of day."""
        local = self.local(moment)
        return self._times(local.hour, local.minute)

    def zone_name(self, moment: Instant) -> str:
        """Return the site zone's name then."""
        return self.digits(self._spelt(zone_name(self.local(moment), self.zone, self.locale, self.habits)))

    def iso(self, moment: Instant) -> str:
        """Return it as HTML and W3C want it, with the site zone's offset, for `datetime=`."""
        return self.local(moment).isoformat()

    def listing(self, items: Sequence[str]) -> str:
        """Return items joined as the language lists them: A, B and C."""
        return print_list(items, self._lists)

    def order(self, name: str) -> Key:
        """Return what to sort a name by, as dictionaries of the language do."""
        return self._order(name)

    def say(self, phrase: str) -> str:
        """Return a phrase of the theme in the language."""
        return self.phrases.gettext(phrase)

    # CLDR's data of a language takes 5 ms to load: a build with nothing to print does without.
    @cached_property
    def _patterns(self) -> Patterns:
        return patterns_of(self.locale, self.habits, self._style)

    @cached_property
    def _lists(self) -> Mapping[str, str]:
        return list_patterns(self.locale, self.habits)

    def _count(self, value: Number) -> str:
        return self.digits(self._numbers.grouped(value))

    def _time(self, hour: int, minute: int) -> str:
        return self.digits(print_time(hour, minute, self._patterns.time, self.locale, self._periods))

    def _date(self, moment: Instant, pattern: str, calendar: str) -> str:
        return self._days(self.local(moment).date(), pattern, calendar)

    def _day(self, day: datetime.date, pattern: str, calendar: str) -> str:
        months = self.habits.calendars.get(calendar, ())
        return self.digits(self._spelt(print_day(day, pattern, self.locale, calendar, months)))

    def _spelt(self, text: str) -> str:
        for word, ours in self.habits.spellings.items():
            text = text.replace(word, ours)
        return text
