"""The wording of a story: what a translator puts into another language, and the short digest that tells one wording from
another.

A digest stands in files (`translated_from: en@3f2a9c1b`) and so must stay as it is from release to release: it goes by the
text as it is written, not by what is made of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from hashlib import blake2b
from typing import Any
from zoneinfo import ZoneInfo

from patrika.model.article import ImageRef
from patrika.model.diagnostics import Diagnostic, Place
from patrika.model.site import Site
from patrika.read import front_matter, house_rules, schema
from patrika.read.decoding import decode
from patrika.read.sources import CONTENT

Part = tuple[str, str]
"""A part of a story, such as `title` or `text`, and its words."""

DIGITS = 8
"""Of a digest, in hexadecimal."""

_TARGETS = (
    ("](", re.compile(r"""\]\(\s*(?:<[^>\n]*>|[^\s()"']+)"""), "]("),
    ("]:", re.compile(r"^[ \t]*\[(?!\^)[^\]\n]+\]:[ \t]*\S+", re.MULTILINE), ""),
    ("src=", re.compile(r"""src=(?:"[^"\n]*"|\S+)"""), ""),
)
"""What links, pictures and blocks name, each with the sign of it, without which the text need not be searched, and with what
is left of it: what they name is no translator's matter, and changes when a story is renamed."""

_SPACES = re.compile(r"[ \t]+")


def parts_of(fields: Mapping[str, Any], body: str) -> tuple[Part, ...]:
    """Return the parts of a story that have words, from its checked front matter and the text below it. Spaces, and ends of
    lines within a paragraph, count for nothing."""
    return tuple((name, words) for name, words in _parts(fields, body) if words)


def wording_of(parts: Iterable[Part]) -> str:
    """Return the digest of a wording: eight hexadecimal digits of BLAKE2b over its parts."""
    said = "\x1e".join(f"{name}\x1f{words}" for name, words in parts)
    return blake2b(said.encode(), digest_size=DIGITS // 2).hexdigest()


def read_parts(path: str, content: bytes, site: Site) -> tuple[Part, ...]:
    """Return the parts of the story in a file, as far as it can be read; none where it cannot."""
    place = Place(path)
    text = decode(content, place)
    found = text if isinstance(text, Diagnostic) else front_matter.split(text, place)
    if isinstance(found, Diagnostic):
        return ()
    fields, _, _ = house_rules.ruled(found.fields, path.removeprefix(CONTENT), site, place)
    return parts_of(schema.check(fields, schema.ARTICLE, place, ZoneInfo(site.timezone)).fields, found.body)


def changes(before: Iterable[Part], after: Iterable[Part]) -> dict[str, tuple[str, ...]]:
    """Return the lines removed from a wording, by `-`, and added to it, by `+`, of each part in which there are any."""
    old, new = dict(before), dict(after)
    found = {}
    for name in dict.fromkeys((*new, *old)):
        were, are = old.get(name, "").splitlines(), new.get(name, "").splitlines()
        lines: list[str] = []
        for kind, start, end, first, last in SequenceMatcher(None, were, are, autojunk=False).get_opcodes():
            if kind != "equal":
                lines += [*(f"- {line}" for line in were[start:end]), *(f"+ {line}" for line in are[first:last])]
        if lines:
            found[name] = tuple(lines)
    return found


def _parts(fields: Mapping[str, Any], body: str) -> Iterator[Part]:
    for name in ("title", "kicker", "summary", "dateline"):
        yield name, fields.get(name) or ""
    image = fields.get("image") or ImageRef("")
    yield "alt", image.alt
    yield "caption", image.caption
    yield "corrections", "\n".join(it.text for it in fields.get("corrections") or ())
    for sign, target, rest in _TARGETS:
        body = target.sub(rest, body) if sign in body else body
    yield "text", "\n".join(_paragraphs(body))


def _paragraphs(body: str) -> Iterator[str]:
    text = "\n".join([line.strip(" \t") for line in body.split("\n")])
    if "  " in text or "\t" in text:
        text = _SPACES.sub(" ", text)
    return filter(None, (part.replace("\n", " ").strip() for part in text.split("\n\n")))
