"""What site.toml says of front matter: keys of other tools under our names, keys to pass over, and values by folder."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error
from patrika.model.site import Default, FrontMatter, MarkdownRules, Site
from patrika.read import schema, values
from patrika.read.allowable import NEVER, PROVIDERS, TAGS
from patrika.read.decoding import KEY
from patrika.read.tables import Table
from patrika.read.toml_text import as_text

_RULES = {"pages": schema.STANDALONE, "authors": schema.AUTHOR}
"""Rules by the first folder of content/; all other files are stories."""


def read_front_matter(top: Table) -> FrontMatter:
    """Return what site.toml says under [front_matter]."""
    table = top.table("front_matter")
    table.only("rename", "ignore")
    known = {rule.name for rules in (schema.ARTICLE, *_RULES.values()) for rule in rules}
    rename = table.texts("rename")
    for old, new in rename.items():
        if new not in known:
            hint = did_you_mean(new, known, "docs/editors.md lists the keys that there are")
            table.refuse(f"rename: there is no key “{new}”", hint, "rename", old)
        if old in known:
            table.refuse(f"rename: “{old}” is a key of ours", "leave it as it is", "rename", old, KEY)
    ignore = table.get("ignore", list, [])
    for number, key in enumerate(ignore):
        if not isinstance(key, str):
            table.refuse(f"ignore: {key} is not a text", 'write  ignore = ["layout"]', "ignore", number)
        elif key in known:
            table.refuse(f"ignore: “{key}” is a key of ours", "remove it: it would be missed", "ignore", number)
    return FrontMatter(rename, tuple(key for key in ignore if isinstance(key, str)))


def read_embeds(top: Table) -> tuple[str, ...]:
    """Return what site.toml says under [embeds]: the providers whose things may be shown."""
    table = top.table("embeds")
    table.only("providers")
    given = table.get("providers", list, list(PROVIDERS))
    for number, word in enumerate(given):
        if word not in PROVIDERS:
            hint = did_you_mean(str(word), PROVIDERS, f"there are {', '.join(PROVIDERS)}")
            table.refuse(f"providers: there is no “{word}”", hint, "providers", number)
    return tuple(word for word in PROVIDERS if word in given)


def read_markdown(top: Table) -> MarkdownRules:
    """Return what site.toml says under [markdown]."""
    table = top.table("markdown")
    table.only("breaks", "html", "typography")
    html = table.get("html", list, [])
    for number, tag in enumerate(html):
        if tag not in TAGS:
            never = "links, pictures, frames, headings, forms and scripts are never taken as HTML"
            hint = never if tag in NEVER else did_you_mean(str(tag), TAGS, never)
            table.refuse(f"html: “{tag}” is no tag that can be allowed", hint, "html", number)
    return MarkdownRules(
        breaks=table.get("breaks", bool, False),
        html=tuple(sorted(TAGS & {tag for tag in html if isinstance(tag, str)})),
        typography=table.get("typography", bool, True),
    )


def read_defaults(top: Table, timezone: str) -> tuple[Default, ...]:
    """Return what site.toml says under [[defaults]], its values checked as those of front matter are."""
    found = []
    for number, table in enumerate(top.tables("defaults")):
        path = table.text("path", required=True).strip("/")
        given = {key: as_text(value) for key, value in table.values.items() if key != "path"}
        rules = _RULES.get(path.partition("/")[0], schema.ARTICLE)
        checked = schema.check(given, rules, table.place, ZoneInfo(timezone), [rule.name for rule in rules])
        for fault in checked.faults:
            top.faults.append(replace(fault, code="E203", field=("defaults", number, *fault.field)))
        found.append(Default(path, given))
    return tuple(found)


def ruled(
    fields: Mapping[str, Any], path: str, site: Site, place: Place
) -> tuple[dict[str, Any], dict[str, str], tuple[Diagnostic, ...]]:
    """Return the front matter of a file in content/ under our names and over the defaults of its folder, the names that it
    has in the file where they are others, and what is wrong with these."""
    rename, ignore = site.front_matter.rename, site.front_matter.ignore
    written = {rename[key]: key for key in fields if key in rename}
    faults = tuple(
        error("E117", place, f"“{old}” stands for “{new}”, which is given, too", "keep one of the two", (old, KEY))
        for new, old in written.items()
        if new in fields
    )
    own = {rename.get(key, key): value for key, value in fields.items() if key not in ignore}
    under = dict(_values_for(path, site.defaults))
    given = {key: value for key, value in own.items() if key not in under or not values.is_absent(value)}
    if isinstance(extra := given.get("extra"), dict) and isinstance(below := under.get("extra"), dict):
        given["extra"] = {**below, **extra}
    return {**under, **given}, written, faults


def named_as_written(faults: Iterable[Diagnostic], written: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield faults with the keys that they name as these stand in the file."""
    for fault in faults:
        known = str(fault.field[0]) if fault.field else ""
        yield replace(fault, field=(written[known], *fault.field[1:])) if known in written else fault


def _values_for(path: str, defaults: Iterable[Default]) -> Iterator[tuple[str, Any]]:
    """Yield the values of the defaults that a file of content/ falls under; of two for one key the later counts."""
    top = path.partition("/")[0]
    for default in defaults:
        of_its_kind = top not in _RULES or default.path.partition("/")[0] == top
        if of_its_kind and _pattern(default.path).fullmatch(path):
            yield from default.values.items()


@lru_cache
def _pattern(glob: str) -> "re.Pattern[str]":
    """Return a glob as a pattern: `**` stands for any folders, `*` for anything within one name, `?` for one sign."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", glob)
    signs = {"**/": r"(?:.*/)?", "**": r".*", "*": r"[^/]*", "?": r"[^/]"}
    return re.compile("".join(signs.get(part, re.escape(part)) for part in parts))
