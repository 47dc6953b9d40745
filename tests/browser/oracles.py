"""What CLDR says through two others, babel and the browser's ICU, of that which we print."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_timezone_name
from babel.lists import format_list
from babel.numbers import format_decimal
from msgspec.structs import replace
from playwright.sync_api import Browser

from patrika.model.language import DateStyle, Language
from patrika.model.numerals import DIGITS
from patrika.render.locale import Voice, read_phrases

MODEL = 1_690_406_160
"""26 July 2023, 21:16 UTC: 03:16 in Dhaka on the 27th."""
ZONE = "Asia/Dhaka"
YEAR = tuple(1_673_330_400 + month * 2_629_800 for month in range(12))
"""An instant in the middle of each month of 2023."""
WEEK = tuple(MODEL + day * 86_400 for day in range(7))
COUNTS = (0, 1, 2, 5, 11)

Said = Mapping[str, str]
"""By what it is: a date, a time …"""

_SCRIPT = """
([tags, model, year, week, counts, timeZone]) => Object.fromEntries(tags.map(tag => {
  const day = (options, seconds = model) => new Intl.DateTimeFormat(tag, {timeZone, ...options}).format(1000 * seconds);
  const number = (value, options) => new Intl.NumberFormat(tag, options).format(value);
  const list = items => new Intl.ListFormat(tag).format(items);
  const zoned = new Intl.DateTimeFormat(tag, {timeZone, timeZoneName: 'longGeneric'}).formatToParts(1000 * model);
  return [tag, {
    'day': day({dateStyle: 'long'}),
    'day with weekday': day({dateStyle: 'full'}),
    'day without year': day({day: 'numeric', month: 'long'}),
    'month': day({year: 'numeric', month: 'long'}),
    'names of months': year.map(it => day({month: 'long'}, it)).join(' / '),
    'weekdays': week.map(it => day({weekday: 'long'}, it)).join(' / '),
    'time': [model, model + 43200].map(it => day({timeStyle: 'short'}, it)).join(' / '),
    'zone': zoned.find(part => part.type === 'timeZoneName').value,
    'number': number(1234567.5),
    'digits': number(1023456789, {useGrouping: false}),
    'large numbers': [1234, 125000, 12500000].map(it => number(it, {notation: 'compact'})).join(' / '),
    'list of two': list(['A', 'B']),
    'list of three': list(['A', 'B', 'C']),
    'hours': counts.map(it => number(it, {style: 'unit', unit: 'hour', unitDisplay: 'long'})).join(' / '),
  }];
}))
"""


def of_browser(browser: Browser, tags: tuple[str, ...]) -> dict[str, Said]:
    """Return what Intl says in languages by their tags, of those that the browser has the data of."""
    page = browser.new_page()
    known = page.evaluate("tags => Intl.DateTimeFormat.supportedLocalesOf(tags)", list(tags))
    said: dict[str, Said] = page.evaluate(_SCRIPT, [known, MODEL, YEAR, WEEK, COUNTS, ZONE])
    page.close()
    return said


def of_babel(language: Language) -> Said:
    """Return what babel says, which has Latin digits for all languages, with the language's own in their place. It is not
    asked for large numbers and hours: it rounds the ones otherwise than their patterns, and of the others finds no short
    forms where CLDR has no long ones."""
    locale = Locale.parse(language.locale)
    zone = ZoneInfo(ZONE)

    def day(seconds: int) -> datetime:
        return datetime.fromtimestamp(seconds, zone)

    found = {
        "day": format_date(day(MODEL), "long", locale=locale),
        "day with weekday": format_date(day(MODEL), "full", locale=locale),
        "day without year": format_skeleton("MMMMd", day(MODEL), tzinfo=zone, locale=locale),
        "month": format_skeleton("yMMMM", day(MODEL), tzinfo=zone, locale=locale),
        "names of months": " / ".join(format_date(day(it), "LLLL", locale=locale) for it in YEAR),
        "weekdays": " / ".join(format_date(day(it), "EEEE", locale=locale) for it in WEEK),
        "time": " / ".join(format_time(day(it), "short", zone, locale) for it in (MODEL, MODEL + 43_200)),
        "zone": str(get_timezone_name(zone, locale=locale)),
        "number": format_decimal(1_234_567.5, locale=locale, numbering_system="default"),
        "digits": format_decimal(1_023_456_789, "0", locale),
        "list of two": format_list(["A", "B"], locale=locale),
        "list of three": format_list(["A", "B", "C"], locale=locale),
    }
    digits = str.maketrans(DIGITS["latn"], DIGITS[locale.default_numbering_system])
    return {what: said.translate(digits) for what, said in found.items()}


def ours(language: Language) -> Said:
    """Return what we say."""
    voice = Voice(language, ZONE, read_phrases(None))
    names = Voice(replace(language, dates=DateStyle(date="LLLL", long_date="EEEE")), ZONE, read_phrases(None))
    return {
        "day": voice.date(MODEL),
        "day with weekday": voice.long_date(MODEL),
        "day without year": voice.short_date(MODEL),
        "month": voice.month(MODEL),
        "names of months": " / ".join(names.date(it) for it in YEAR),
        "weekdays": " / ".join(names.long_date(it) for it in WEEK),
        "time": " / ".join(voice.clock(it) for it in (MODEL, MODEL + 43_200)),
        "zone": voice.zone_name(MODEL),
        "number": voice.number(1_234_567.5),
        "digits": voice.plain(1_023_456_789),
        "large numbers": " / ".join(voice.compact(it) for it in (1_234, 125_000, 12_500_000)),
        "list of two": voice.listing(["A", "B"]),
        "list of three": voice.listing(["A", "B", "C"]),
        "hours": " / ".join(voice.unit(it, "hour") for it in COUNTS),
    }
