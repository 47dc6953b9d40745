"""A theme made ready: its templates, and one environment per language."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from gettext import NullTranslations
from typing import Any, cast

from jinja2 import BaseLoader, BytecodeCache, StrictUndefined, Template, TemplateNotFound, pass_context
from jinja2.bccache import Bucket
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import Context
from markupsafe import Markup
from msgspec import Struct

from patrika.model import card, media, page, paper
from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error, nearest
from patrika.model.language import Language
from patrika.model.site import Site, Theme
from patrika.plan import inputs
from patrika.plan.inputs import BlockInput, Chrome
from patrika.plan.templates import template_names
from patrika.read.settings import SITE_FILE
from patrika.render.borrowed import spoken
from patrika.render.filters import filters_of
from patrika.render.guard import GuardedEnvironment
from patrika.render.locale import Voice, read_phrases
from patrika.render.slots import SlotTag, filled, slot_of


class TemplateSource(Struct, frozen=True):
    """A template's text, and the file to name in messages."""

    text: str
    file: str


Templates = Mapping[str, TemplateSource]
"""By name: `article.html` as found first, `broadsheet/article.html` as the theme has it."""

_VALUE = re.compile(r"'patrika\.[\w.]+\.(\w+) object'")
_NO_FIELD = re.compile(r"'patrika\.[\w.]+\.(\w+) object' has no attribute '(\w+)'")
_UNKNOWN = re.compile(r"No (filter|test) named '([^']+)'")


LONGEST_RANGE = 10_000
_UNTEMPLATED = (
    "write {% raw %} before what is no template, such as a script with double braces, and {% endraw %} after it"
)


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
    """Compiled templates, shared by the languages' environments and by builds: each template is compiled once."""

    def __init__(self, known: Mapping[str, bytes] = {}) -> None:
        """Take the code that an earlier build made."""
        self._known = known
        self.used: dict[str, bytes] = {}
        """Code of the templates that were asked for."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what was compiled from the same source."""
        name = f"{bucket.key} {bucket.checksum}"
        if code := self.used.get(name) or self._known.get(name):
            self.used[name] = code
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.used[f"{bucket.key} {bucket.checksum}"] = bucket.bytecode_to_string()


def block_template(name: str) -> str:
    """Return the name of the template that shows a block."""
    return f"blocks/{name}.html"


def environment(
    site: Site, language: Language, voice: Voice, chrome: Chrome, templates: Templates, code: SharedCode
) -> GuardedEnvironment:
    """Return the environment that pages of a language are rendered in."""
    phrases = spoken(voice.phrases, language)
    env = _guarded(phrases, _Loader(templates), code)
    env.globals["_"] = _speaker(phrases)
    # attr reaches what the guard refuses, and what is random would differ from build to build.
    for name in ("attr", "random"):
        del env.filters[name]
    del env.globals["lipsum"]
    env.globals["range"] = _range

    def show(block: BlockInput) -> str:
        return env.get_template(block_template(block.name)).render(block=block)

    env.filters.update({name: _unfolded(function) for name, function in filters_of(site, voice, show).items()})
    env.globals.update(chrome=chrome, site_language=language, filled_slots=filled(templates))
    return env


def reading_environment() -> GuardedEnvironment:
    """Return an environment that reads templates as those of languages do, and prints none."""
    return _guarded(read_phrases(None))


def _guarded(
    phrases: NullTranslations, loader: BaseLoader | None = None, code: BytecodeCache | None = None
) -> GuardedEnvironment:
    env = GuardedEnvironment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        bytecode_cache=code,
        cache_size=-1,
        extensions=["jinja2.ext.i18n", SlotTag],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # Jinja's extension adds this method as it is loaded, so no type knows of it.
    cast(Any, env).install_gettext_translations(phrases, newstyle=True)
    return env


def _range(*bounds: int) -> range:
    """Return numbers to count with, no more than a page could want."""
    numbers = range(*bounds)
    if len(numbers) > LONGEST_RANGE:
        raise ValueError(f"a range of {len(numbers)} numbers is longer than {LONGEST_RANGE}")
    return numbers


def _unfolded(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that is called for every page: what Jinja folds into a template when it compiles it would be one
    language's answer in the code that all languages share, and it folds no filter that takes the context."""

    @pass_context
    def call(_: Context, *arguments: Any, **rest: Any) -> Any:
        return function(*arguments, **rest)

    return call


def _speaker(phrases: NullTranslations) -> Callable[..., Markup]:
    """Return the function `_` of templates: as Jinja's own, but a phrase without values is looked up once."""

    @cache
    def plain(phrase: str) -> Markup:
        return Markup(phrases.gettext(phrase)) % {}

    def say(phrase: str, **values: Any) -> Markup:
        return Markup(phrases.gettext(phrase)) % values if values else plain(phrase)

    return say


def compile_templates(
    env: GuardedEnvironment, site: Site, theme: Theme, templates: Templates
) -> tuple[dict[str, Template], tuple[Diagnostic, ...]]:
    """Return the templates that pages are printed by, by name, compiled with all they include, and what is wrong with any
    template."""
    faults: list[Diagnostic] = []
    checked: set[TemplateSource] = set()
    for name, source in sorted(templates.items()):
        if source not in checked:
            faults += _compile(env, name)
            checked.add(source)
    found: dict[str, Template] = {}
    place = Place(f"themes/{theme.name}/theme.toml")
    for name in theme.blocks:
        if block_template(name) not in templates:
            faults.append(_no_template(block_template(name), place, "blocks", name))
    for role, spec in theme.pages.items():
        if spec.template not in templates:
            faults.append(_no_template(spec.template, place, "pages", role, "template"))
    faults += _missing_of_sections(site, templates)
    if not faults:
        found = {name: env.get_template(name) for name in sorted(set(template_names(site, theme).values()))}
    return found, tuple(faults)


def _missing_of_sections(site: Site, templates: Templates) -> Iterator[Diagnostic]:
    """Yield the templates that sections name and that there are not."""
    known = sorted(name for name in templates if not slot_of(name))
    for number, section in enumerate(site.sections):
        for key in ("template", "story_template"):
            name = getattr(section, key)
            if name and name not in known:
                said = f"there is no template “{name}”"
                hint = did_you_mean(name, known, "add it to templates/")
                yield error("E501", Place(SITE_FILE), said, hint, ("sections", number, key))


def _no_template(name: str, place: Place, *field: str) -> Diagnostic:
    return error("E501", place, f"there is no template “{name}”", "add it to the theme's templates/", field)


def _compile(env: GuardedEnvironment, name: str) -> Iterator[Diagnostic]:
    try:
        env.get_template(name)
    except TemplateSyntaxError as fault:
        yield error(
            "E502",
            Place(fault.filename or name, fault.lineno),
            f"this template cannot be read: {fault.message}",
            _hint_for(fault.message or "", env, name),
        )
    except TemplateNotFound as fault:
        yield error(
            "E501",
            Place(name),
            f"there is no template “{fault.name}”",
            "check the name after extends or include",
        )


def _hint_for(message: str, env: GuardedEnvironment, template: str) -> str:
    """Return what to do about a mistake in a template's writing."""
    unknown = _UNKNOWN.search(message)
    if unknown:
        known = env.filters if unknown[1] == "filter" else env.tests
        return did_you_mean(unknown[2], known, f"docs/themes.md lists every {unknown[1]}")
    if "may not use" in message:
        return "a theme has the data that docs/themes.md lists, and no way to Python behind it"
    if slot_of(template):
        return _UNTEMPLATED
    return "templates are written in Jinja's language; docs/themes.md shows what ours may hold"


def _nearest_field(message: str) -> str:
    """Return a hint with the field that a template may have meant."""
    found, otherwise = _NO_FIELD.search(message), "docs/themes.md lists what each template is given"
    if not found:
        return otherwise
    kinds = [getattr(module, found[1]) for module in (inputs, card, page, media, paper) if hasattr(module, found[1])]
    close = nearest(found[2], kinds[0].__struct_fields__) if kinds else None
    return f"did you mean “{close}”? {otherwise}" if close else otherwise


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
    if isinstance(fault, RecursionError):
        return error("E503", place, "this template never ends", "it includes, extends or calls itself: end the circle")
    said = _VALUE.sub(lambda found: f"a {found[1]}", str(fault).split("\n")[0])
    return error("E503", place, f"this template failed: {said}", _nearest_field(str(fault)))
