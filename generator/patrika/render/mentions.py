"""What templates can read of what all pages of a language share.

Themes reach nothing but by name, so a template's tree says which fields, options and phrases can be printed. Where a
name is used in a way that could lead to more, all that it leads to counts as mentioned.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.meta import find_referenced_templates
from msgspec import Struct

from patrika.model.encoding import digest_of_bytes
from patrika.model.language import Language
from patrika.plan.inputs import Chrome
from patrika.render.locale import Phrases
from patrika.render.sayings import SPEAKERS, saying, sayings
from patrika.render.theme import Templates, TemplateSource

_TABLES = frozenset({"options", "data", "extra"})
"""Fields of `chrome` whose entries are told apart."""

Reading = tuple[str, ...]
"""A name that a template reads and the names that follow it, `("chrome", "options", "motto")`."""


class Mentions(Struct, frozen=True):
    """What some templates can read."""

    chrome: frozenset[str] = frozenset()
    """Fields of `chrome`; those of _TABLES only where they may be read as a whole."""
    entries: frozenset[tuple[str, str]] = frozenset()
    """What of these is read by name: `("options", "motto")`."""
    language: frozenset[str] = frozenset()
    """Fields of `site_language`."""
    phrases: frozenset[str] = frozenset()
    """Keys of phrases."""
    any_phrase: bool = False
    """Whether a phrase is made up as a page is printed."""

    def reach(self, chrome: Chrome, language: Language, phrases: Phrases) -> tuple[Any, ...]:
        """Return all that templates with these mentions can read of what pages of a language share."""
        return (
            {name: getattr(chrome, name) for name in self.chrome},
            [(table, name, getattr(chrome, table).get(name)) for table, name in sorted(self.entries)],
            {name: getattr(language, name) for name in self.language},
            phrases.entries if self.any_phrase else phrases.among(self.phrases),
        )


class Part(Struct, frozen=True):
    """A template: those that it extends, includes or imports, by name, and what it can itself read."""

    names: frozenset[str] = frozenset()
    mentions: Mentions = Mentions()


class Read(Struct, frozen=True):
    """A template as it was read: the names of others in it, whether it makes up more of them, and what it can read."""

    names: frozenset[str] = frozenset()
    any_name: bool = False
    mentions: Mentions = Mentions()


def parts_of(templates: Templates, read: Mapping[TemplateSource, Read]) -> dict[str, Part]:
    """Return templates as parts, by name.

    One whose parts are named as a page is printed may be made of any; of one that cannot be read nothing is known, as it
    cannot be printed.
    """
    found: dict[TemplateSource, Part] = {}
    for source, it in read.items():
        named = frozenset(templates) if it.any_name else frozenset(templates.keys() & it.names)
        found[source] = Part(named, it.mentions)
    return {name: found[source] for name, source in templates.items()}


def read_all(templates: Templates, env: Environment, known: Mapping[str, Read]) -> dict[TemplateSource, Read]:
    """Return each distinct template as it was read, now or before; `known` are those by the digest of their text."""
    sources = dict.fromkeys(templates.values())
    return {source: known.get(text_key(source)) or _read(source, env) for source in sources}


def text_key(source: TemplateSource) -> str:
    """Return the digest of a template's text, as hexadecimal digits."""
    return digest_of_bytes(source.text.encode()).hex()


def _read(source: TemplateSource, env: Environment) -> Read:
    try:
        tree = env.parse(source.text)
    except TemplateSyntaxError:
        return Read()
    names = set(find_referenced_templates(tree))
    return Read(frozenset(name for name in names if name is not None), None in names, mentions(tree))


def closure(name: str, parts: Mapping[str, Part]) -> tuple[str, ...]:
    """Return a template and all that it is made of, sorted."""
    met: set[str] = set()
    todo = [name]
    while todo:
        here = todo.pop()
        if here in parts and here not in met:
            met.add(here)
            todo += parts[here].names
    return tuple(sorted(met))


def together(found: Iterable[Mentions]) -> Mentions:
    """Return what some templates can read between them."""
    all_of = tuple(found)
    return Mentions(
        frozenset().union(*(one.chrome for one in all_of)),
        frozenset().union(*(one.entries for one in all_of)),
        frozenset().union(*(one.language for one in all_of)),
        frozenset().union(*(one.phrases for one in all_of)),
        any(one.any_phrase for one in all_of),
    )


def mentions(tree: nodes.Template) -> Mentions:
    """Return what a template can read."""
    readings = frozenset(_readings(tree))
    chrome = _fields("chrome", Chrome, readings)
    entries = frozenset(
        (reading[1], reading[2])
        for reading in readings
        if reading[0] == "chrome" and len(reading) > 2 and reading[1] in _TABLES
    )
    whole = {table for table in _TABLES if {("chrome",), ("chrome", table)} & readings}
    # Of a dict Jinja finds methods before keys: `options.items` is all of them, whatever the theme calls its options.
    whole |= {table for table, name in entries if hasattr(dict, name)}
    return Mentions(
        chrome=chrome - (_TABLES - whole),
        entries=entries,
        language=_fields("site_language", Language, readings),
        phrases=frozenset(said.key for said in sayings(tree)),
        any_phrase=any(reading[0] in SPEAKERS for reading in readings),
    )


def _fields(name: str, value: type[Struct], readings: Iterable[Reading]) -> frozenset[str]:
    """Return the fields of a value that are read by that name: all, where it is handed on as a whole."""
    fields = frozenset(value.__struct_fields__)
    read = {reading[1:2] for reading in readings if reading[0] == name}
    return fields if () in read else fields & {first for (first, *_) in read}


def _readings(node: nodes.Node) -> Iterator[Reading]:
    path = _path(node)
    if path:
        yield path
        return
    # Who says a phrase by its name reads no other.
    is_said = isinstance(node, nodes.Call) and saying(node) is not None
    for child in node.iter_child_nodes(exclude=("node",) if is_said else ()):
        yield from _readings(child)


def _path(node: nodes.Node) -> Reading | None:
    """Return a name and those that follow it as constants, None for anything else."""
    if isinstance(node, nodes.Name):
        return (node.name,) if node.ctx == "load" else None
    if isinstance(node, nodes.Getattr):
        before, name = _path(node.node), node.attr
    elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        before, name = _path(node.node), node.arg.value
    else:
        return None
    return (*before, name) if before else None
