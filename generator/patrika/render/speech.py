"""What the languages of a site say: the phrases of its PO files and of site.toml, and what is wrong with them."""

from collections.abc import Iterator, Mapping

from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error, notice
from patrika.model.language import Language
from patrika.model.site import Site
from patrika.read.settings import SITE_FILE
from patrika.render.locale import NotPo, Voice, forms_in, po_of, read_phrases, unprintable, unreadable
from patrika.render.sayings import CORRECTIONS
from patrika.render.theme import TemplateSource

PoFiles = Mapping[str, tuple[TemplateSource, ...]]
"""By language: the site's own, the theme's, its parents'."""


def voices(site: Site, phrases: PoFiles) -> tuple[dict[str, Voice], tuple[Diagnostic, ...]]:
    """Return each language's voice, and what is wrong with its phrases."""
    found, faults = {}, list[Diagnostic]()
    for language in site.languages:
        said = read_phrases(None)
        for file in reversed(phrases.get(language.id, ())):
            try:
                said = read_phrases(file.text, said, language.locale)
            except NotPo as fault:
                faults += [unreadable(Place(file.file, line), flaw) for line, flaw in fault.faults]
            else:
                faults += [unprintable(Place(file.file, line), flaw) for line, flaw in said.amiss]
        words = site.strings.get(language.id, {})
        if amiss := [*_unlike(language, site)]:
            faults += amiss
        elif words:
            said = read_phrases(po_of(words, language.locale), said)
            place, field = Place(SITE_FILE), ("strings", language.id)
            faults += [unprintable(place, flaw, field) for _, flaw in said.amiss]
        found[language.id] = Voice(language, site.timezone, said)
    return found, tuple(faults)


def _unlike(language: Language, site: Site) -> Iterator[Diagnostic]:
    """Yield the phrases that the site says in more or fewer forms than the language has."""
    for phrase, words in site.strings.get(language.id, {}).items():
        if len(words) not in (1, forms := forms_in(language.locale)):
            said = f"“{phrase}” has {len(words)} forms, and a number has {forms} in {language.name}"
            hint = "write as many as the language has, in CLDR's order: zero, one, two, few, many, other"
            yield error("E505", Place(SITE_FILE), said, hint, ("strings", language.id, phrase))


def unsaid(
    site: Site, voices: Mapping[str, Voice], phrases: PoFiles, asked: frozenset[str], any_phrase: bool
) -> Iterator[Diagnostic]:
    """Yield what a theme asks for and does not say in a language of the site, but English, where it speaks any other; and
    what the site says and nobody asks for, unless `any_phrase` may be asked for."""
    for language in site.languages if phrases else ():
        missing = sorted(asked - voices[language.id].phrases.entries.keys())
        if missing and not language.locale.startswith("en"):
            rest = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
            first = missing[0].rpartition("\x04")[2]
            what = "phrases" if len(missing) == len(asked) else f"words for “{first}”{rest}"
            said = f"the theme has no {what} in {language.name}: they are printed in English"
            hint = f"patrika messages update {language.id}  writes them down; or say them under [strings.{language.id}]"
            yield notice("N506", Place(SITE_FILE), said, hint, ("languages", language.id))
    for id, words in site.strings.items():
        for phrase in () if any_phrase else words.keys() - asked - {CORRECTIONS}:
            hint = did_you_mean(phrase, asked, "phrases are written as templates have them, in English")
            yield error("E202", Place(SITE_FILE), f"no template says “{phrase}”", hint, ("strings", id, phrase))
