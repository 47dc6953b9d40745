"""The theme's phrases in one language, looked up as gettext does."""

import gettext
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, escape, read_po
from babel.plural import to_gettext

__all__ = ["Phrases", "PoFileError", "key_of", "po_of", "read_phrases"]

_NAME = re.compile(r"%\((\w+)\)s")
_CONTEXT_END = "\x04"


def key_of(phrase: str, context: str | None = None) -> str:
    """Return the key under which gettext finds a phrase."""
    return phrase if context is None else context + _CONTEXT_END + phrase


class Phrases(gettext.GNUTranslations):
    """The phrases of a PO file. What it lacks is said as others have it, or else as templates have it, in English."""

    entries: Mapping[str, tuple[str, ...]]
    """All from which the answer for a phrase follows, by key: its translation; of one with plurals their rule and each form."""

    amiss: tuple[tuple[int, str], ...]
    """Translations that no template could print: line, and what is wrong."""

    def __init__(self, catalog: Catalog, others: "Phrases | None" = None) -> None:
        compiled = BytesIO()
        write_mo(compiled, catalog)
        compiled.seek(0)
        try:
            super().__init__(compiled)
            # Babel writes the rule of plurals only beside a language, which a file need not name.
            self.plural = gettext.c2py(catalog.plural_expr)
        except ValueError as fault:
            raise PoFileError(f"Plural-Forms: {fault}", catalog, "", 0) from None
        self.amiss = tuple(_amiss(catalog))
        self.entries = {**(others.entries if others else {}), **dict(_entries(catalog))}
        if others:
            self.add_fallback(others)

    def gettext(self, message: str) -> str:
        """Return a phrase in the language; for the empty one nothing, where gettext has the header of the file."""
        return super().gettext(message) if message else message

    def among(self, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the entries of some phrases; one that the file lacks has none."""
        return {key: self.entries[key] for key in keys if key in self.entries}


def read_phrases(po: bytes | None, others: Phrases | None = None) -> Phrases:
    """Return the phrases of a PO file, or none at all: then phrases are as templates have them, in English. What it lacks is
    said as `others` have it."""
    return Phrases(Catalog() if po is None else read_po(BytesIO(po), abort_invalid=True), others)


def po_of(strings: Mapping[str, Sequence[str]], locale: str) -> str:
    """Return words for phrases as a PO file of a CLDR locale. Several are plural forms, in CLDR's order: zero, one, two, few,
    many, other, as far as the language has them."""
    rule = to_gettext(Locale.parse(locale).plural_form)
    lines = ['msgid ""', 'msgstr ""', f'"Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: {rule}\\n"']
    for phrase, words in strings.items():
        lines += ["", f"msgid {escape(phrase)}"]
        if len(words) == 1:
            lines.append(f"msgstr {escape(words[0])}")
        else:
            lines.append(f"msgid_plural {escape(phrase)}")
            lines += [f"msgstr[{number}] {escape(word)}" for number, word in enumerate(words)]
    return "\n".join(lines) + "\n"


def _entries(catalog: Catalog) -> Iterator[tuple[str, tuple[str, ...]]]:
    for message in catalog:
        if message.id and message.string and not message.fuzzy:
            singular, *plurals = _texts(message.id)
            rule = (catalog.plural_forms,) if plurals else ()
            yield key_of(singular, message.context or None), (*rule, *_texts(message.string))


def _amiss(catalog: Catalog) -> Iterator[tuple[int, str]]:
    for message in catalog:
        if not message.id or not message.string or message.fuzzy:
            continue
        names = {name for phrase in _texts(message.id) for name in _NAME.findall(phrase)}
        for translation in _texts(message.string):
            try:
                _ = translation % dict.fromkeys((*names, "num"), "")
            except KeyError as fault:
                yield message.lineno or 1, f"“{translation}” has a place for “{fault.args[0]}”, and the phrase has none"
            except (ValueError, TypeError):
                yield message.lineno or 1, f"“{translation}” has a sign % that stands for nothing: write it twice"


def _texts(said: str | Iterable[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)
