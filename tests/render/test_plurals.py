"""Rules of plurals as gettext has them are CLDR's."""

import re
from gettext import c2py

import pytest
from babel import Locale

from patrika.render.locale.plurals import forms_in, plurals_of

NUMBERS = (*range(201), 1_000, 1_001, 1_000_000, 2_000_000, 1_000_001)
LANGUAGES = (
    "ak", "ar", "be", "bn", "br", "bs", "cs", "cy", "da", "dsb", "en", "es", "fa", "ff", "fil", "fr", "ga",
    "gd", "gv", "he", "hi", "hr", "is", "it", "iu", "ja", "ksh", "kw", "lag", "lt", "lv", "mk", "mt", "ne",
    "naq", "pl", "pt", "ro", "ru", "shi", "si", "sk", "sl", "sv", "tzm", "uk", "ur", "zh",
)  # fmt: skip
"""Of each rule of CLDR's at least one."""

FEW = {
    "ar": 6,
    "bn": 2,
    "cs": 3,  # a fourth is for fractions
    "fr": 3,  # the third is for millions
    "ru": 3,
    "zh": 1,
}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_language_has_a_rule_that_gettext_takes_and_that_is_cldrs(locale: str) -> None:
    """Each form of the one is a form of the other, and each has its number."""
    found = re.fullmatch(r"nplurals=(\d); plural=(.+);", plurals_of(locale))
    assert found
    form, category = c2py(found[2]), Locale.parse(locale).plural_form
    pairs = {(form(number), category(number)) for number in NUMBERS}
    counts = {len(pairs), len({one for one, _ in pairs}), len({other for _, other in pairs}), int(found[1])}
    assert counts == {forms_in(locale)}


@pytest.mark.parametrize("locale", FEW)
def test_a_language_has_the_forms_that_whole_numbers_have(locale: str) -> None:
    assert forms_in(locale) == FEW[locale]


def test_what_people_know_is_written_as_they_know_it() -> None:
    assert plurals_of("ne") == "nplurals=2; plural=(n != 1);"
    assert plurals_of("bn_BD") == "nplurals=2; plural=(n > 1);"
    assert plurals_of("ja") == "nplurals=1; plural=0;"
