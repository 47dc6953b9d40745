"""Slots: places that a theme names with `{% slot "head" %}` and a site fills with templates of its own."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

FOLDER = "slots/"
_TAGS = {"slot"}


class SlotTag(Extension):
    """The tag `slot`: it includes what fills the slot, and where nothing does it is one look into a set."""

    tags = _TAGS

    def parse(self, parser: Parser) -> nodes.Node:
        """Return the tag as an include under a condition, so that its template counts as mentioned."""
        line = next(parser.stream).lineno
        name = nodes.Const(template_of(parser.stream.expect("string").value))
        is_filled = nodes.Compare(name, [nodes.Operand("in", nodes.Name("filled_slots", "load"))], lineno=line)
        return nodes.If(is_filled, [nodes.Include(name, True, False, lineno=line)], [], [], lineno=line)


def template_of(slot: str) -> str:
    """Return the name of the template that fills a slot."""
    return f"{FOLDER}{slot}.html"


def slot_of(template: str) -> str:
    """Return the slot that a template fills by its name, empty where it fills none."""
    return template.removeprefix(FOLDER).partition(".")[0] if template.startswith(FOLDER) else ""


_Source = TypeVar("_Source")


def in_language(language: str, templates: Mapping[str, _Source]) -> Mapping[str, _Source]:
    """Return templates as a language has them: what fills a slot in that language stands before what does in all."""
    ending = f".{language}.html"
    own = {
        template_of(slot_of(name)): source
        for name, source in templates.items()
        if slot_of(name) and name.endswith(ending)
    }
    return {**templates, **own} if own else templates


def filled(templates: Iterable[str]) -> frozenset[str]:
    """Return the names of the templates that fill slots."""
    return frozenset(name for name in templates if slot_of(name))
