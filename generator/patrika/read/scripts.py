"""Scripts: which letters a language is written with, and which a text has."""

from collections.abc import Mapping, Sequence
from functools import cache

import regex

_WRITTEN: Mapping[str, tuple[str, ...]] = {
    "ar": ("Arab",), "as": ("Beng",), "be": ("Cyrl",), "bg": ("Cyrl",), "bn": ("Beng",), "ckb": ("Arab",), "de": ("Latn",),
    "el": ("Grek",), "en": ("Latn",), "es": ("Latn",), "fa": ("Arab",), "fr": ("Latn",), "gu": ("Gujr",), "he": ("Hebr",),
    "hi": ("Deva",), "hy": ("Armn",), "id": ("Latn",), "it": ("Latn",), "ja": ("Hani", "Hira", "Kana"), "ka": ("Geor",),
    "km": ("Khmr",), "kn": ("Knda",), "ko": ("Hang", "Hani"), "lo": ("Laoo",), "ml": ("Mlym",), "mr": ("Deva",),
    "my": ("Mymr",), "ne": ("Deva",), "nl": ("Latn",), "or": ("Orya",), "pa": ("Guru",), "pl": ("Latn",), "ps": ("Arab",),
    "pt": ("Latn",), "ru": ("Cyrl",), "si": ("Sinh",), "sv": ("Latn",), "ta": ("Taml",), "te": ("Telu",), "th": ("Thai",),
    "tr": ("Latn",), "ug": ("Arab",), "uk": ("Cyrl",), "ur": ("Arab",), "vi": ("Latn",), "zh": ("Hani", "Bopo"),
}  # fmt: skip
"""ISO 15924 codes by language, as newspapers print it (CLDR, likely subtags)."""

_TOGETHER: Mapping[str, tuple[str, ...]] = {
    "Aran": ("Arab",), "Hans": ("Hani", "Bopo"), "Hant": ("Hani", "Bopo"), "Hrkt": ("Hira", "Kana"),
    "Jpan": ("Hani", "Hira", "Kana"), "Kore": ("Hang", "Hani"),
}  # fmt: skip
"""Codes of ISO 15924 that are ways to write, or several scripts: Unicode names their letters otherwise (UAX 24)."""

_LETTER = regex.compile(r"\p{L}")
VIRAMAS = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2"
"""Signs that take the vowel off a letter (Indic_Syllabic_Category Virama), by the scripts of South Asia."""


def scripts_of(tag: str) -> tuple[str, ...]:
    """Return the scripts that a language (BCP 47) is written in, none where that is not known here."""
    language, *parts = tag.split("-")
    told = next((part.title() for part in parts if len(part) == 4 and part.isalpha()), "")
    if not told:
        return _WRITTEN.get(language, ())
    scripts = _TOGETHER.get(told, (told,))
    return scripts if all(map(_is_known, scripts)) else ()


@cache
def _is_known(script: str) -> bool:
    try:
        return bool(_letters_of((script,)))
    except regex.error:
        return False


@cache
def _letters_of(scripts: tuple[str, ...]) -> "regex.Pattern[str]":
    return regex.compile(rf"[{''.join(rf'{chr(92)}p{{Script={script}}}' for script in scripts)}]", regex.V1)


def letters(text: str) -> int:
    """Return the number of letters in a text; combining marks are none."""
    return len(_LETTER.findall(text))


def letters_in(text: str, scripts: Sequence[str]) -> int:
    """Return how many of a text's letters are of some scripts."""
    return sum(1 for sign in _letters_of(tuple(scripts)).findall(text) if sign.isalpha())


def is_of(sign: str, scripts: Sequence[str]) -> bool:
    """Return whether a sign, such as a letter or a mark, is of one of some scripts."""
    return bool(sign and _letters_of(tuple(scripts)).match(sign))
