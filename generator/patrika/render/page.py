"""A page's input to its bytes."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Template
from jinja2.exceptions import TemplateError
from msgspec import Struct

from patrika.model.diagnostics import Diagnostic
from patrika.model.encoding import Digest, digest
from patrika.model.site import Language, Site, Theme
from patrika.plan.inputs import Chrome, Input
from patrika.render import theme as theming
from patrika.render.theme import Templates


class Press(Struct, frozen=True):
    """A theme ready to print: templates by language and role."""

    templates: Mapping[str, Mapping[str, Template]]
    sources: Templates
    grounds: Mapping[tuple[str, str], Digest]
    """By language and role: the digest of all that such pages share, templates, phrases, menus and settings."""
    faults: tuple[Diagnostic, ...]
    made_of: tuple[Site, Theme, Mapping[str, Chrome], Templates, Templates]

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to set it up again, for a process that is sent it: compiled templates cannot be."""
        return set_up, self.made_of

    def ground_parts(self, language: str, role: str) -> tuple[tuple[str, bytes], ...]:
        """Return the parts of a ground, by name and short digest."""
        return (("theme", self.grounds[language, role][:4]),)

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


def set_up(site: Site, theme: Theme, chromes: Mapping[str, Chrome], sources: Templates, phrases: Templates) -> Press:
    """Return a theme ready to print in every language. `phrases` are PO files by language."""
    voices, phrase_faults = theming.voices(site, phrases)
    templates, faults, code = {}, list(phrase_faults), theming.SharedCode()
    for language in site.languages:
        env = theming.environment(site, language, voices[language.id], chromes[language.id], sources, code)
        templates[language.id], found = theming.compile_roles(env, theme, sources)
        faults += [fault for fault in found if fault not in faults]
    grounds = _grounds(site, theme, chromes, sources, phrases)
    return Press(templates, sources, grounds, tuple(faults), (site, theme, chromes, sources, phrases))


def _grounds(
    site: Site, theme: Theme, chromes: Mapping[str, Chrome], sources: Templates, phrases: Templates
) -> dict[tuple[str, str], Digest]:
    parts = theming.referenced(sources)
    said = {
        role: digest(tuple((name, sources[name].text) for name in theming.closure(spec.template, parts)))
        for role, spec in theme.pages.items()
    }
    return {
        (language.id, role): digest(
            (role, spec, said[role], chromes[language.id], language, _text(phrases, language), site.url, site.timezone)
        )
        for language in site.languages
        for role, spec in theme.pages.items()
    }


def _text(phrases: Templates, language: Language) -> str:
    return phrases[language.id].text if language.id in phrases else ""
