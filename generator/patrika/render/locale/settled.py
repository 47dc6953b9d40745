"""What site.toml leaves to a language, and what CLDR or a language does not have of that which it says."""

from msgspec.structs import replace

from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.model.language import GREGORIAN, Language
from patrika.read.settings import SITE_FILE
from patrika.render.locale.habits import habits_of
from patrika.render.locale.locales import is_locale, locale_for, locale_hint, numerals_of


def settled(language: Language) -> tuple[Language, tuple[Diagnostic, ...]]:
    """Return a language with the locale and numerals of its papers where site.toml names none, and faults: a locale that
    CLDR does not know, in place of which English stands, and calendars whose months have no names in the language."""
    locale, faults = language.locale or locale_for(language.tag), []
    if not is_locale(locale):
        said, hint = (
            f"CLDR has no dates and numbers for “{language.tag}”",
            'add  locale = "bn_BD"  or another that it has',
        )
        if language.locale:
            said, hint = f"unknown locale “{locale}”", locale_hint(locale)
        faults.append(_unfit(language, "locale", said, hint))
        locale = "en"
    dates = language.dates
    known = (GREGORIAN, *sorted(habits_of(locale.partition("_")[0]).calendars))
    for key, field in (("calendar", "calendar"), ("calendar_beside", "beside")):
        calendar = getattr(dates, field)
        if calendar and calendar not in known:
            said = f"{key}: the months of the calendar “{calendar}” have no names in {language.name} here"
            faults.append(_unfit(language, key, said, f"use one of {', '.join(known)}"))
            dates = replace(dates, **{field: ""})
    numerals = language.numerals or numerals_of(locale)
    return replace(language, locale=locale, numerals=numerals, dates=dates), tuple(faults)


def _unfit(language: Language, key: str, said: str, hint: str) -> Diagnostic:
    return error("E203", Place(SITE_FILE), said, hint, ("languages", language.id, key))
