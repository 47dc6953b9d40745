"""The theme's phrases in one language, looked up as gettext does."""

import gettext
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import escape

from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.render.locale.plurals import forms_in, plurals_of
from patrika.render.locale.po import PoCatalog, is_said, key_in, read_catalog, texts

PLACE = re.compile(r"%\((\w+)\)s")
"""Where a phrase takes in what a template gives it."""


class Phrases(gettext.GNUTranslations):
    """The phrases of a PO file. What it lacks is said as others have it, or else as templates have it, in English."""

    entries: Mapping[str, tuple[str, ...]]
    """All from which the answer for a phrase follows, by key: its translation; of one with plurals their rule and each form."""

    amiss: tuple[tuple[int, str], ...]
    """Translations that no template could print: line, and what is wrong."""

    def __init__(self, catalog: PoCatalog, others: "Phrases | None" = None) -> None:
        self.amiss = tuple(amiss(catalog))
        for message in [message for message in catalog if message.id and not is_said(message)]:
            # An entry with no words, or not in all its forms, does not keep others from saying the phrase.
            catalog.delete(message.id, message.context)
        compiled = BytesIO()
        write_mo(compiled, catalog)
        compiled.seek(0)
        super().__init__(compiled)
        # Babel writes the rule of plurals only beside a language, which a file need not name.
        self.plural = gettext.c2py(catalog.plural_expr)
        self.entries = {**(others.entries if others else {}), **dict(_entries(catalog))}
        if others:
            self.add_fallback(others)

    def gettext(self, message: str) -> str:
        """Return a phrase in the language; for the empty one nothing, where gettext has the header of the file."""
        return super().gettext(message) if message else message

    def among(self, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the entries of some phrases; one that the file lacks has none."""
        return {key: self.entries[key] for key in keys if key in self.entries}


def read_phrases(po: str | None, others: Phrases | None = None, locale: str = "") -> Phrases:
    """Return the phrases of a PO file, or none at all: then phrases are as templates have them, in English. What it lacks is
    said as `others` have it. A file without a rule of plurals has the locale's. Raises NotPo."""
    return Phrases(PoCatalog() if po is None else read_catalog(po, locale), others)


def po_of(strings: Mapping[str, Sequence[str]], locale: str) -> str:
    """Return words for phrases as a PO file of a CLDR locale. Several are plural forms, in CLDR's order: zero, one, two, few,
    many, other, as far as the language has them; one is all of them."""
    forms = forms_in(locale)
    lines = [
        'msgid ""',
        'msgstr ""',
        f'"Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: {plurals_of(locale)}\\n"',
    ]
    for phrase, words in strings.items():
        lines += ["", f"msgid {escape(phrase)}", f"msgid_plural {escape(phrase)}"]
        lines += [f"msgstr[{number}] {escape(words[number % len(words)])}" for number in range(forms)]
    return "\n".join(lines) + "\n"


def _entries(catalog: Catalog) -> Iterator[tuple[str, tuple[str, ...]]]:
    for message in catalog:
        if message.id:
            rule = (catalog.plural_forms,) if message.pluralizable else ()
            yield key_in(message), (*rule, *texts(message.string))


def amiss(catalog: Catalog) -> Iterator[tuple[int, str]]:
    """Yield translations that no template could print: line, and what is wrong."""
    for message in catalog:
        if not message.id or message.fuzzy:
            continue
        names = {name for phrase in texts(message.id) for name in PLACE.findall(phrase)}
        for translation in texts(message.string):
            try:
                _ = translation % dict.fromkeys((*names, "num"), "")
            except KeyError as fault:
                yield message.lineno or 1, f"“{translation}” has a place for “{fault.args[0]}”, and the phrase has none"
            except (ValueError, TypeError):
                yield message.lineno or 1, f"“{translation}” has a sign % that stands for nothing: write it twice"


def unreadable(place: Place, flaw: str) -> Diagnostic:
    """Return what keeps a PO file from being read."""
    return error("E505", place, f"these phrases cannot be read: {flaw}", "write them as PO, as gettext does")


def unprintable(place: Place, flaw: str, field: tuple[str, ...] = ()) -> Diagnostic:
    """Return what keeps a translation from being printed."""
    hint = "let each translation have the places in brackets of its phrase, such as %(date)s"
    return error("E505", place, f"this phrase cannot be printed: {flaw}", hint, field)
