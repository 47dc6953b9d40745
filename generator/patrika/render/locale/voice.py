"""Dates, clocks and numbers as newspapers of a language print them, and the theme's phrases.

Month and weekday names come from CLDR through babel; babel prints Latin digits for every locale and CLDR knows no
Bangla clock, so digits, day periods and some spellings are ours.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, get_timezone_name
from babel.lists import format_list
from babel.numbers import format_decimal
from msgspec import Struct

from patrika.model.terms import Instant
from patrika.render.locale.phrases import Phrases

DIGITS: Mapping[str, str] = {
    "latn": "0123456789",
    "beng": "০১২৩৪৫৬৭৮৯",
    "arab": "٠١٢٣٤٥٦٧٨٩",
    "arabext": "۰۱۲۳۴۵۶۷۸۹",
    "deva": "०१२३४५६७८९",
}
"""Digits by CLDR numbering system."""


class Habits(Struct, frozen=True):
    """How a language's newspapers write what CLDR has otherwise or not at all."""

    date: str = "d MMMM y"
    long_date: str = "EEEE, d MMMM y"
    short_date: str = "d MMMM"
    month: str = "MMMM y"
    twelve_hours: bool = False
    periods: tuple[tuple[int, str], ...] = ()
    """Words before a twelve-hour time, each from its hour on."""
    spellings: Mapping[str, str] = {}
    """What to print instead of words of CLDR's."""


HABITS: Mapping[str, Habits] = {
    "bn": Habits(
        twelve_hours=True,
        periods=((0, "রাত"), (4, "ভোর"), (6, "সকাল"), (12, "দুপুর"), (15, "বিকেল"), (18, "সন্ধ্যা"), (20, "রাত")),
        spellings={
            "জানুয়ারী": "জানুয়ারি",
            "ফেব্রুয়ারী": "ফেব্রুয়ারি",
            "বাংলাদেশ মানক সময়": "বাংলাদেশ সময়",
        },
    ),
    "ur": Habits(long_date="EEEE، d MMMM y", spellings={"بنگلہ دیش سٹینڈرڈ ٹائم": "بنگلہ دیش کا وقت"}),
}


class Voice:
    """A language's dates, numbers and phrases for one site zone. Instants are UTC seconds."""

    def __init__(self, locale: str, numerals: str, timezone: str, phrases: Phrases) -> None:
        self.locale = Locale.parse(locale)
        self.zone = ZoneInfo(timezone)
        self.phrases = phrases
        self.habits = HABITS.get(self.locale.language, Habits())
        self._digits = str.maketrans(DIGITS["latn"], DIGITS[numerals])
        self._dated = lru_cache(maxsize=4096)(self._date)
        self._counted = lru_cache(maxsize=4096)(self._count)

    def local(self, moment: Instant) -> datetime:
        """Return an instant in the site's zone."""
        return datetime.fromtimestamp(moment, self.zone)

    def digits(self, text: str) -> str:
        """Return text with its Latin digits turned into the language's own."""
        return text.translate(self._digits)

    def plain(self, value: int | float | str) -> str:
        """Return a number, or words with digits, in the language's digits, not grouped: a year."""
        return self.digits(str(value))

    def number(self, value: int) -> str:
        """Return a whole number in the language's digits, grouped as it does."""
        return self._counted(value)

    def date(self, moment: Instant) -> str:
        """Return the day."""
        return self._dated(moment, self.habits.date)

    def long_date(self, moment: Instant) -> str:
        """Return the day with its weekday."""
        return self._dated(moment, self.habits.long_date)

    def short_date(self, moment: Instant) -> str:
        """Return the day without its year."""
        return self._dated(moment, self.habits.short_date)

    def month(self, moment: Instant) -> str:
        """Return the month with its year."""
        return self._dated(moment, self.habits.month)

    def year(self, moment: Instant) -> str:
        """Return the year."""
        return self.digits(str(self.local(moment).year))

    def clock(self, moment: Instant) -> str:
        """Return the time of day."""
        local = self.local(moment)
        if not self.habits.twelve_hours:
            return self.digits(f"{local.hour:02}:{local.minute:02}")
        period = [word for hour, word in self.habits.periods if hour <= local.hour][-1]
        return f"{period} {self.digits(f'{(local.hour - 1) % 12 + 1}:{local.minute:02}')}"

    def zone_name(self, moment: Instant) -> str:
        """Return the site zone's name then."""
        generic = str(get_timezone_name(self.zone, locale=self.locale))
        if any(letter.isdigit() for letter in generic):
            generic = str(get_timezone_name(self.local(moment), width="short", locale=self.locale))
        return self._spelt(generic)

    def iso(self, moment: Instant) -> str:
        """Return it as HTML and W3C want it, with the site zone's offset, for `datetime=`."""
        return self.local(moment).isoformat()

    def listing(self, items: list[str]) -> str:
        """Return items joined as the language lists them: A, B and C."""
        return str(format_list(items, locale=self.locale))

    def say(self, phrase: str) -> str:
        """Return a phrase of the theme in the language."""
        return self.phrases.gettext(phrase)

    def _count(self, value: int) -> str:
        return self.digits(str(format_decimal(value, locale=self.locale)))

    def _date(self, moment: Instant, pattern: str) -> str:
        return self.digits(self._spelt(format_date(self.local(moment).date(), pattern, locale=self.locale)))

    def _spelt(self, text: str) -> str:
        for word, ours in self.habits.spellings.items():
            text = text.replace(word, ours)
        return text
