"""Which locales CLDR knows, and what they are called elsewhere."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.localedata import locale_identifiers

from patrika.model.diagnostics import did_you_mean
from patrika.model.language import Language
from patrika.model.numerals import DIGITS
from patrika.read.tongues import KNOWN
from patrika.render.locale.habits import habits_of


def is_locale(name: str) -> bool:
    """Return whether CLDR, as babel has it, knows a locale."""
    try:
        Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return False
    return True


def locale_for(tag: str) -> str:
    """Return the CLDR locale of a language by its tag (BCP 47), with the script and country in the tag where CLDR knows the
    language there; where it does not know the language at all, the tag as CLDR would write it."""
    whole, language = tag.replace("-", "_"), tag.partition("-")[0]
    if whole != language and is_locale(whole):
        return whole
    known = KNOWN[language][1] if language in KNOWN else language
    return known if is_locale(known) else whole


def tongue(id: str) -> Language | None:
    """Return a language of which no more than an id is known, such as the name of a PO file; None where CLDR does not know
    it."""
    tag = id.replace("_", "-")
    locale = locale_for(tag)
    if not is_locale(locale):
        return None
    name = Locale.parse(locale).get_language_name() or id
    return Language(id, name, tag, locale, numerals_of(locale), "ltr", "", "")


def locale_hint(name: str) -> str:
    """Return what to write in place of a locale that CLDR does not know."""
    return did_you_mean(name, locale_identifiers(), "use a CLDR locale such as bn_BD")


@cache
def og_locale(locale: str) -> str:
    """Return the CLDR locale as Open Graph writes it, language and territory; where it has none, the likeliest."""
    parsed = Locale.parse(locale)
    likely = Locale.parse(get_global("likely_subtags").get(parsed.language, parsed.language))
    territory = parsed.territory or likely.territory
    return f"{parsed.language}_{territory}" if territory else parsed.language


def numerals_of(locale: str) -> str:
    """Return the numbering system of a locale's papers: where we know of no other, CLDR's; Latin digits in place of one
    that does not write with ten digits."""
    parsed = Locale.parse(locale)
    own = habits_of(parsed.language).numerals or parsed.default_numbering_system
    return own if own in DIGITS else "latn"
