"""A page's input to its bytes."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from jinja2 import Template
from jinja2.exceptions import TemplateError
from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error
from patrika.model.encoding import Digest, digest
from patrika.model.language import Language
from patrika.model.site import Site, Theme
from patrika.plan.file_inputs import FileInput
from patrika.plan.inputs import Chrome, Input
from patrika.plan.templates import template_names
from patrika.render import speech
from patrika.render import theme as theming
from patrika.render.borrowed import told
from patrika.render.locale import Voice
from patrika.render.means import feed_block, means_of
from patrika.render.mentions import Part, Read, closure, parts_of, read_all, text_key, together
from patrika.render.slots import filled, in_language, slot_of
from patrika.render.speech import PoFiles
from patrika.render.theme import SharedCode, Templates, TemplateSource
from patrika.render.writers import WRITERS


class Ground(Struct, frozen=True):
    """All that pages of a language and role share which one template prints, as far as that can read it."""

    key: Digest
    parts: tuple[tuple[str, Digest], ...]
    """Digests of what it is made of, by name."""


Grounds = Mapping[tuple[str, str, str], Ground]
"""By language, role and template."""


class Plates(Struct, frozen=True):
    """What was made of templates, whatever the site: their code, and what they read by the digest of their text."""

    codes: Mapping[str, bytes] = {}
    read: Mapping[str, Read] = {}


NO_PLATES = Plates()


class Press(Struct, frozen=True):
    """A theme ready to print, and what writes files for programs."""

    templates: Mapping[str, Mapping[str, Template]]
    """By language and name."""
    writing: Mapping[tuple[str, str], Callable[[Any], bytes]]
    """By language and role."""
    sources: Templates
    grounds: Grounds
    blocks: Mapping[tuple[str, str], Digest]
    """Keys of what a block is printed by besides its input, by language and name; `quote.feed` is one as feeds show it."""
    faults: tuple[Diagnostic, ...]
    plates: Plates
    made_of: tuple[Site, Theme, Mapping[str, Chrome], Templates, PoFiles]

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to set it up again, for a process that is sent it: compiled templates cannot be."""
        return set_up, self.made_of

    def print(self, role: str, template: str, language: str, page: Input | FileInput) -> bytes | Diagnostic:
        """Return the bytes of a page as a template has it, or of a file for programs, or what is wrong with a template."""
        write = self.writing.get((language, role))
        try:
            if write:
                return write(page)
            html = self.templates[language][template].render(page=page)
            return told(html, self.made_of[0].language(language)).encode()
        except (
            TemplateError,
            RecursionError,
            TypeError,
            ValueError,
            ArithmeticError,
            LookupError,
            AttributeError,
        ) as fault:
            return theming.fault_of(fault, self.sources)


def set_up(
    site: Site,
    theme: Theme,
    chromes: Mapping[str, Chrome],
    sources: Templates,
    phrases: PoFiles,
    plates: Plates = NO_PLATES,
) -> Press:
    """Return a theme ready to print in every language. `plates` are an earlier press's."""
    voices, phrase_faults = speech.voices(site, phrases)
    code = SharedCode(plates.codes)
    owned = {language.id: in_language(language.id, sources) for language in site.languages}
    envs = {
        language.id: theming.environment(
            site, language, voices[language.id], chromes[language.id], owned[language.id], code
        )
        for language in site.languages
    }
    templates, faults = {}, list(phrase_faults)
    for id, env in envs.items():
        templates[id], found = theming.compile_templates(env, site, theme, owned[id])
        faults += [fault for fault in found if fault not in faults]
    read = read_all(sources, next(iter(envs.values())), plates.read)
    faults += _unknown_slots(theme, sources, read)
    asked = together(it.mentions for it in read.values())
    faults += speech.unsaid(site, voices, phrases, asked.phrases, asked.any_phrase)
    pages = {
        (role, template): (role, theme.pages[role].lists) for (role, _), template in template_names(site, theme).items()
    }
    names = [*theme.blocks, *map(feed_block, theme.blocks)]
    shown = {(name, theming.block_template(name)): (name, name) for name in names}
    grounds: dict[tuple[str, str, str], Ground] = {}
    writing: dict[tuple[str, str], Callable[[Any], bytes]] = {}
    blocks: dict[tuple[str, str], Digest] = {}
    for language in site.languages:
        parts = parts_of(owned[language.id], read)
        ground = partial(_grounds, language, site, chromes[language.id], owned[language.id], voices[language.id], parts)
        grounds.update(((language.id, role, template), it) for (role, template), it in ground(pages))
        blocks.update(((language.id, name), it.key) for (name, _), it in ground(shown))
        means = means_of(site, language, voices[language.id], envs[language.id], owned[language.id])
        for written, writer in WRITERS.items():
            known = writer.ground(site, language, voices[language.id])
            grounds[language.id, written, ""] = _ground_of({"settings": known})
            writing[language.id, written] = writer.writing(known, means)
    made = Plates(code.used, {text_key(source): found for source, found in read.items()})
    return Press(
        templates, writing, sources, grounds, blocks, tuple(faults), made, (site, theme, chromes, sources, phrases)
    )


def _unknown_slots(theme: Theme, sources: Templates, read: Mapping[TemplateSource, Read]) -> Iterator[Diagnostic]:
    """Yield the templates that fill, or name, slots which the theme does not declare."""
    for name in sorted(filled(sources)):
        if (slot := slot_of(name)) not in theme.slots:
            said = f"the theme “{theme.name}” has no slot “{slot}”"
            hint = did_you_mean(slot, theme.slots, f"its slots are {', '.join(theme.slots) or 'none'}")
            yield error("E508", Place(sources[name].file), said, hint)
    for source, it in read.items():
        for slot in sorted({slot_of(name) for name in it.names} - {"", *theme.slots}):
            lines = enumerate(source.text.split("\n"), 1)
            line = next((number for number, line in lines if "slot" in line and slot in line), 1)
            said = f"this template names the slot “{slot}”, which theme.toml does not declare"
            hint = did_you_mean(slot, theme.slots, "add it under [slots]")
            yield error("E508", Place(source.file, line), said, hint)


def _grounds(
    language: Language,
    site: Site,
    chrome: Chrome,
    sources: Templates,
    voice: Voice,
    parts: Mapping[str, Part],
    printed: Mapping[tuple[str, str], Any],
) -> Iterator[tuple[tuple[str, str], Ground]]:
    """Yield what is shared in a language by all that one template prints: no more than it can read, so that a change of
    what it does not mention prints nothing again. `printed` is what else counts, by role or block, and template."""
    tongues = [(it.id, it.tag, it.direction) for it in site.languages]
    spoken = (language.locale, language.numerals, language.dates, language.id, tongues, site.timezone, site.url)
    for (name, template), rest in printed.items():
        names = closure(template, parts)
        texts = tuple((part, sources[part].text) for part in names)
        reached = together(parts[part].mentions for part in names).reach(chrome, language, voice.phrases)
        yield (name, template), _ground_of({"templates": texts, "settings": reached, "theme": (rest, spoken)})


def _ground_of(made_of: Mapping[str, Any]) -> Ground:
    digests = tuple((part, digest(value)) for part, value in made_of.items())
    return Ground(digest(digests), digests)
