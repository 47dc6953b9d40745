"""Rules of plurals: CLDR's, in the form that gettext has for them."""

import re
from functools import cache
from gettext import c2py

from babel import Locale
from babel.plural import PluralRule, to_gettext

_FORMS = ("zero", "one", "two", "few", "many", "other")
_PLAIN = ("0", "(n != 1)", "(n > 1)")
SMALL = range(201)
_GREAT = (1_000_000, 2_000_000, 1_000_001)
"""Numbers that show all forms: up to 200, and those for which some languages, such as French, have forms of their own."""


@cache
def plural_rule(locale: str) -> PluralRule:
    """Return the rule of plurals of a CLDR locale, without forms that no whole number has. Where none has the form `other`,
    this stands for the last: in Russian for `many`."""
    whole = Locale.parse(locale).plural_form
    met = {whole(number) for number in (*SMALL, *_GREAT)}
    used = [form for form in _FORMS if form in met]
    return PluralRule({form: condition for form, condition in whole.rules.items() if form in used[:-1]})


@cache
def plurals_of(locale: str) -> str:
    """Return the rule of plurals of a CLDR locale, as gettext writes it: in the few signs that people know, if it can be."""
    # CLDR's conditions ask for the exponent of numbers such as 1.2c6, too: those of papers have none.
    rule = re.sub(r"\be\b", "0", to_gettext(plural_rule(locale)))
    forms, _, exact = rule.removesuffix(";").partition("; plural=")
    answers = _answers(exact)
    return f"{forms}; plural={next((plain for plain in _PLAIN if _answers(plain) == answers), exact)};"


def _answers(expression: str) -> list[int]:
    return [*map(c2py(expression), (*SMALL, *_GREAT))]


def forms_in(locale: str) -> int:
    """Return how many forms a phrase with a number has in a CLDR locale."""
    return len(plural_rule(locale).tags | {"other"})
