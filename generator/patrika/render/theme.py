"""A theme made ready: templates, one environment per language, and the filters that templates have."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from jinja2 import BaseLoader, BytecodeCache, StrictUndefined, Template, TemplateNotFound, pass_context
from jinja2.bccache import Bucket
from jinja2.exceptions import TemplateSyntaxError, UndefinedError
from jinja2.runtime import Context
from markupsafe import Markup, escape
from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.model.site import Language, Site, Theme
from patrika.plan.inputs import Chrome, Text
from patrika.render.guard import GuardedEnvironment
from patrika.render.locale import Voice, read_phrases
from patrika.render.prose import file_label, print_prose


class TemplateSource(Struct, frozen=True):
    """A template's text, and the file to name in messages."""

    text: str
    file: str


Templates = Mapping[str, TemplateSource]
"""By name: `article.html` as found first, `broadsheet/article.html` as the theme has it."""


class _Loader(BaseLoader):
    def __init__(self, templates: Templates) -> None:
        self.templates = templates

    def get_source(self, environment: Any, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return a template's text and file name."""
        found = self.templates.get(template)
        if found is None:
            raise TemplateNotFound(template)
        return found.text, found.file, lambda: True

    def list_templates(self) -> list[str]:
        """Return the names of all templates."""
        return sorted(self.templates)


class SharedCode(BytecodeCache):
    """Compiled templates, shared by the languages' environments: each template is compiled once, not once a language."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what was compiled from the same source."""
        if code := self._code.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


@lru_cache(maxsize=65_536)
def percent_encoded(path: str) -> str:
    """Return a raw path as a URL has it: letters of other scripts percent-encoded, a fragment kept."""
    head, mark, fragment = path.partition("#")
    return quote(head, safe="/-._~!$&'()*+,;=:@") + mark + quote(fragment, safe="-._~!$&'()*+,;=:@/?")


def voices(site: Site, phrases: Mapping[str, bytes]) -> dict[str, Voice]:
    """Return each language's voice. `phrases` are PO files by language."""
    return {
        language.id: Voice(language.locale, language.numerals, site.timezone, read_phrases(phrases.get(language.id)))
        for language in site.languages
    }


def environment(
    site: Site, language: Language, voice: Voice, chrome: Chrome, templates: Templates, code: SharedCode
) -> GuardedEnvironment:
    """Return the environment that pages of a language are rendered in."""
    env = GuardedEnvironment(
        loader=_Loader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        bytecode_cache=code,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.install_gettext_translations(voice.phrases, newstyle=True)  # type: ignore[attr-defined]
    del env.filters["attr"]
    env.filters.update({name: _unfolded(function) for name, function in _filters(site, voice).items()})
    env.globals.update(chrome=chrome, site_language=language)
    return env


def _unfolded(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that is called for every page: what Jinja folds into a template when it compiles it would be one
    language's answer in the code that all languages share, and it folds no filter that takes the context."""

    @pass_context
    def call(_: Context, *arguments: Any, **rest: Any) -> Any:
        return function(*arguments, **rest)

    return call


def _filters(site: Site, voice: Voice) -> dict[str, Callable[..., Any]]:
    base, origin = site.base, site.url.removesuffix(site.base) if site.base else site.url

    def url(path: str) -> str:
        return base + percent_encoded(path)

    def absolute(path: str) -> str:
        return origin + url(path)

    def prose(text: Text, lead_in: Markup | str = "") -> Markup:
        return print_prose(text, voice, url, lead_in)

    def listing(items: Any) -> Markup:
        return Markup(voice.listing([str(escape(item)) for item in items]))

    def same_day(moment: int, other: int) -> bool:
        return voice.local(moment).date() == voice.local(other).date()

    return {
        "url": url,
        "absolute": absolute,
        "prose": prose,
        "listing": listing,
        "same_day": same_day,
        "file_label": lambda media: Markup(file_label(media, voice)),
        "date": voice.date,
        "long_date": voice.long_date,
        "short_date": voice.short_date,
        "month": voice.month,
        "year": voice.year,
        "clock": voice.clock,
        "zone": voice.zone_name,
        "iso": voice.iso,
        "number": voice.number,
    }


def compile_roles(
    env: GuardedEnvironment, theme: Theme, templates: Templates
) -> tuple[dict[str, Template], tuple[Diagnostic, ...]]:
    """Return the template of each role, compiled with all they include, and what is wrong with any template."""
    faults: list[Diagnostic] = []
    checked: set[TemplateSource] = set()
    for name, source in sorted(templates.items()):
        if source not in checked:
            faults += _compile(env, name)
            checked.add(source)
    found: dict[str, Template] = {}
    for role, spec in theme.pages.items():
        if spec.template not in templates:
            place = Place(f"themes/{theme.name}/theme.toml")
            faults.append(
                error(
                    "E501",
                    place,
                    f"there is no template “{spec.template}”",
                    "add it to the theme's templates/",
                    ("pages", role, "template"),
                )
            )
        elif not faults:
            found[role] = env.get_template(spec.template)
    return found, tuple(faults)


def _compile(env: GuardedEnvironment, name: str) -> Iterator[Diagnostic]:
    try:
        env.get_template(name)
    except TemplateSyntaxError as fault:
        yield error(
            "E502",
            Place(fault.filename or name, fault.lineno),
            f"this template cannot be read: {fault.message}",
            "",
        )
    except TemplateNotFound as fault:
        yield error(
            "E501",
            Place(name),
            f"there is no template “{fault.name}”",
            "check the name after extends or include",
        )


def fault_of(fault: Exception, templates: Templates) -> Diagnostic:
    """Return what went wrong while a page was rendered, at the template's file and line."""
    files = {source.file for source in templates.values()}
    place, trace = Place("templates"), fault.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file in files:
            place = Place(file, trace.tb_lineno)
        trace = trace.tb_next
    if isinstance(fault, TemplateNotFound):
        return error("E501", place, f"there is no template “{fault.name}”", "check the name after extends or include")
    hint = "docs/themes.md lists what each template is given" if isinstance(fault, UndefinedError) else ""
    return error("E503", place, f"this template failed: {fault}", hint)
