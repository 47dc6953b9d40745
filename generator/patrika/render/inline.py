"""What templates hold of scripts and style sheets, as a Content-Security-Policy has to know it."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

from jinja2 import Environment
from jinja2.exceptions import TemplateSyntaxError
from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, warning
from patrika.render.theme import TemplateSource

_ANY = re.compile("<(?:script|style|img|iframe|link)", re.IGNORECASE)
_ELEMENT = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_SOURCE = re.compile(r"""\bsrc\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_KIND = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_RUN = ("", "module", "text/javascript", "application/javascript", "importmap", "speculationrules")
"""Types of scripts that a browser runs or heeds; others are blocks of data, which no policy forbids."""
_LOADS = re.compile(
    r"""<(script|img|iframe|link)\b[^>]*?\b(?:src|href)\s*=\s*["']?((?:https?:)?//[^/"'\s>\0]+)[^>]*>""", re.IGNORECASE
)
_KINDS = {"script": "script", "img": "image", "iframe": "frame", "link": "style"}
"""What [csp] calls that which an element loads."""
_FILLED = "\0"
"""Stands for what a template fills in."""
_LEXER = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)


class Load(Struct, frozen=True):
    """Something that a template loads from elsewhere."""

    place: Place
    kind: str
    """As [csp] calls it."""
    origin: str


class Inline(Struct, frozen=True):
    """Scripts and style sheets in templates: digests of those that stand in pages, as a policy has them, sorted."""

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    own_scripts: bool = False
    """Whether a script of the site's own is loaded."""
    loads: tuple[Load, ...] = ()
    """By file and line."""
    faults: tuple[Diagnostic, ...] = ()


def inline_in(sources: Iterable[TemplateSource]) -> Inline:
    """Return what templates hold, and as faults what no policy can let through: what templates fill in, page by page."""
    scripts: set[str] = set()
    styles: set[str] = set()
    faults: set[Diagnostic] = set()
    loads: set[Load] = set()
    own = False
    for source in sources:
        if not _ANY.search(source.text):
            continue
        literal = _literal(source.text)
        loads.update(_loads(literal, source))
        for found in _ELEMENT.finditer(literal):
            name, attributes, content = found[1].lower(), found[2], found[3]
            address = _SOURCE.search(attributes) if name == "script" else None
            if address:
                own = own or "//" not in address[1]
            elif name == "script" and _kind(attributes) not in _RUN:
                continue
            elif _FILLED in content:
                faults.add(_filled(source, name))
            elif content:
                (scripts if name == "script" else styles).add(_digest(content))
    told = sorted(faults, key=lambda fault: (fault.place.path, fault.place.line))
    return Inline(tuple(sorted(scripts)), tuple(sorted(styles)), own, tuple(sorted(loads, key=_by_place)), tuple(told))


def _loads(literal: str, source: TemplateSource) -> Iterator[Load]:
    for found in _LOADS.finditer(literal):
        name, address = found[1].lower(), found[2]
        if name != "link" or "stylesheet" in found[0].lower():
            yield Load(_place(source, address), _KINDS[name], "https://" + address.partition("//")[2])


def _by_place(load: Load) -> tuple[str, int, str, str]:
    return load.place.path, load.place.line, load.kind, load.origin


def _place(source: TemplateSource, words: str) -> Place:
    """Return the first line of a template that has these words."""
    lines = enumerate(source.text.split("\n"), 1)
    return Place(source.file, next((number for number, line in lines if words in line.lower()), 1))


def _literal(text: str) -> str:
    """Return the text of a template that it prints as it is, with a sign in the place of all else. One that cannot be read
    has none: that is told elsewhere."""
    parts, inside = [], False
    try:
        for _, token, value in _LEXER.lex(text):
            if token == "data":
                parts.append(value)
            elif token in ("variable_begin", "block_begin"):
                inside = True
                parts.append(_FILLED)
            elif token in ("variable_end", "block_end"):
                inside = False
    except TemplateSyntaxError:
        return ""
    return "".join(parts) if not inside else ""


def _kind(attributes: str) -> str:
    found = _KIND.search(attributes)
    return found[1].lower() if found else ""


def _digest(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _filled(source: TemplateSource, name: str) -> Diagnostic:
    said = f"browsers will not heed this <{name}>, which a template fills in: the policy names each by its digest"
    hint = "put it into a file of static/, and give it values by attributes: data-page=…"
    return warning("W511", _place(source, f"<{name}"), said, hint)
