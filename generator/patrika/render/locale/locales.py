"""Which locales CLDR knows, and what they are called elsewhere."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global


def is_locale(name: str) -> bool:
    """Return whether CLDR, as babel has it, knows a locale."""
    try:
        Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return False
    return True


@cache
def og_locale(locale: str) -> str:
    """Return the CLDR locale as Open Graph writes it, language and territory; where it has none, the likeliest."""
    parsed = Locale.parse(locale)
    likely = Locale.parse(get_global("likely_subtags").get(parsed.language, parsed.language))
    territory = parsed.territory or likely.territory
    return f"{parsed.language}_{territory}" if territory else parsed.language
