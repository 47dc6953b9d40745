"""A page's input to its bytes."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Template
from jinja2.exceptions import TemplateError
from msgspec import Struct

from patrika.model.diagnostics import Diagnostic
from patrika.model.encoding import Digest, digest
from patrika.model.site import Site, Theme
from patrika.plan.inputs import Chrome, Input
from patrika.render import theme as theming
from patrika.render.locale import Voice
from patrika.render.mentions import Part, Read, closure, parts_of, read_all, text_key, together
from patrika.render.theme import SharedCode, Templates


class Ground(Struct, frozen=True):
    """All that pages of a language and role share, as far as their templates can read it."""

    key: Digest
    parts: tuple[tuple[str, Digest], ...]
    """Digests of what it is made of, by name."""


class Plates(Struct, frozen=True):
    """What was made of templates, whatever the site: their code, and what they read by the digest of their text."""

    codes: Mapping[str, bytes] = {}
    read: Mapping[str, Read] = {}


NO_PLATES = Plates()


class Press(Struct, frozen=True):
    """A theme ready to print: templates by language and role."""

    templates: Mapping[str, Mapping[str, Template]]
    sources: Templates
    grounds: Mapping[tuple[str, str], Ground]
    """By language and role."""
    blocks: Mapping[tuple[str, str], Digest]
    """Keys of what a block is printed by besides its input, by language and name."""
    faults: tuple[Diagnostic, ...]
    plates: Plates
    made_of: tuple[Site, Theme, Mapping[str, Chrome], Templates, Templates]

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to set it up again, for a process that is sent it: compiled templates cannot be."""
        return set_up, self.made_of

    def print(self, role: str, page: Input) -> bytes | Diagnostic:
        """Return a page's bytes, or what is wrong with its template."""
        try:
            return self.templates[page.frame.language][role].render(page=page).encode()
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
    phrases: Templates,
    plates: Plates = NO_PLATES,
) -> Press:
    """Return a theme ready to print in every language. `phrases` are PO files by language, `plates` an earlier press's."""
    voices, phrase_faults = theming.voices(site, phrases)
    code = SharedCode(plates.codes)
    envs = {
        language.id: theming.environment(site, language, voices[language.id], chromes[language.id], sources, code)
        for language in site.languages
    }
    templates, faults = {}, list(phrase_faults)
    for id, env in envs.items():
        templates[id], found = theming.compile_roles(env, theme, sources)
        faults += [fault for fault in found if fault not in faults]
    read = read_all(sources, next(iter(envs.values())), plates.read)
    parts = parts_of(sources, read)
    pages = {role: (spec.template, spec) for role, spec in theme.pages.items()}
    shown = {name: (theming.block_template(name), name) for name in theme.blocks}
    grounds = _grounds(site, pages, chromes, sources, voices, parts)
    blocks = {it: ground.key for it, ground in _grounds(site, shown, chromes, sources, voices, parts).items()}
    made = Plates(code.used, {text_key(source): found for source, found in read.items()})
    return Press(templates, sources, grounds, blocks, tuple(faults), made, (site, theme, chromes, sources, phrases))


def _grounds(
    site: Site,
    printed: Mapping[str, tuple[str, Any]],
    chromes: Mapping[str, Chrome],
    sources: Templates,
    voices: Mapping[str, Voice],
    parts: Mapping[str, Part],
) -> dict[tuple[str, str], Ground]:
    """Return what is shared in a language by all that one template prints: no more than it can read, so that a change of
    what it does not mention prints nothing again. `printed` are templates, with what else counts, by name."""
    grounds = {}
    for name, (template, spec) in printed.items():
        names = closure(template, parts)
        texts = tuple((part, sources[part].text) for part in names)
        read = together(parts[part].mentions for part in names)
        for language in site.languages:
            reached = read.reach(chromes[language.id], language, voices[language.id].phrases)
            spoken = (language.locale, language.numerals, site.timezone, site.url)
            made_of = {"templates": texts, "settings": reached, "theme": (name, spec, spoken)}
            digests = tuple((part, digest(value)) for part, value in made_of.items())
            grounds[language.id, name] = Ground(digest(digests), digests)
    return grounds
