"""[strings.LANGUAGE] of site.toml: phrases of the theme in the paper's own words."""

from collections.abc import Iterable, Mapping

from patrika.model.diagnostics import did_you_mean
from patrika.read.tables import Table

Strings = Mapping[str, tuple[str, ...]]
"""Words by the phrase that they stand for: one, or one for each plural form."""


def read_strings(top: Table, languages: Iterable[str]) -> Mapping[str, Strings]:
    """Return the words that site.toml has for phrases, by language id."""
    known = tuple(languages)
    found: dict[str, Strings] = {}
    outer = top.table("strings")
    for language, table in outer.named():
        if language not in known:
            hint = did_you_mean(language, known, f"languages are {', '.join(known)}")
            outer.refuse(f"unknown language “{language}”", hint, language, code="E115")
        found[language] = {key: words for key, value in table.values.items() if (words := _words(table, key, value))}
    return found


def _words(table: Table, key: str, value: object) -> tuple[str, ...]:
    words = tuple(value) if isinstance(value, list) else (value,)
    if words and all(isinstance(word, str) and word for word in words):
        return words
    hint = 'write  "Opinion" = "…", or for a phrase with a number a list of its plural forms'
    table.refuse(f"“{key}” stands for nothing that could be printed", hint, key)
    return ()
