"""theme.toml, tags.toml and series.toml to checked values."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, cast, get_args
from zoneinfo import ZoneInfo

from patrika.model.article import Tag
from patrika.model.blocks import Attribute, AttributeType, BlockSpec, Content
from patrika.model.diagnostics import Diagnostic, Place, did_you_mean
from patrika.model.page import STORY_ROLES, PageRole
from patrika.model.site import Level, Option, PageSpec, Query, Site, Theme
from patrika.read.decoding import KEY
from patrika.read.fields import read_card_extra, read_extra, read_fields
from patrika.read.tables import Table, laid_over
from patrika.read.text import key_of
from patrika.read.toml_text import read_toml

NO_PARENT: Mapping[str, Any] = {}
ROLES: tuple[str, ...] = get_args(PageRole)
LISTED_ROLES = (*STORY_ROLES, "front", "section", "not_found")
_NAME = re.compile("[a-z][a-z0-9_-]*")
_LISTS = ("latest", "related", "series", "picks")
_QUERY_KEYS = (
    "list",
    "limit",
    "kind",
    "not_kind",
    "section",
    "tag",
    "author",
    "language",
    "offset",
    "order",
    "each",
    "at_least",
    "unless_shown",
    "where",
)


def parent_of(content: bytes) -> str:
    """Return the theme that a theme.toml names as its parent, empty where it names none or cannot be read."""
    found = read_toml(content, Place(""))
    parent = "" if isinstance(found, Diagnostic) else found[0].get("parent", "")
    return parent if isinstance(parent, str) else ""


def read_theme(
    content: bytes, path: str, parent: Mapping[str, Any] = NO_PARENT
) -> tuple[Theme | None, tuple[Diagnostic, ...], Mapping[str, Any]]:
    """Return what a theme.toml says, laid over what its parent's says, None where it cannot be used, its faults, and all of
    it for its children. `path` is for messages."""
    found = read_toml(content, Place(path))
    if isinstance(found, Diagnostic):
        return None, (found,), {}
    # The order of lists matters, so a child has all of a page's or none.
    raw = laid_over(parent, found[0], replaced=("lists",))
    top = Table(raw, Place(path))
    top.only("name", "parent", "styles", "options", "menus", "slots", "pages", "blocks", "fields", "card_extra")
    pages = {role: _page(table, role) for role, table in top.named("pages")}
    if "article" in pages:
        pages.setdefault("fallback", pages["article"])
    for role in pages:
        if role not in ROLES:
            top.refuse(
                f"unknown role of page “{role}”",
                did_you_mean(role, ROLES, f"roles are {', '.join(ROLES)}"),
                "pages",
                role,
                "",
            )
    for role in ROLES:
        if role not in pages:
            top.refuse(
                f"this theme has no [pages.{role}]",
                f'add it, with  template = "{role}.html"',
                "pages",
                code="E204",
            )
    styles = {name: _parts(top.table("styles"), name) for name in top.table("styles").values}
    options = {name: _option(table) for name, table in top.named("options")}
    blocks = {name: _block(table, name) for name, table in top.named("blocks")}
    slots = tuple(top.texts("slots"))
    menus = tuple(top.texts("menus"))
    own = (read_fields(top), read_card_extra(top))
    theme = Theme(top.text("name", required=True), pages, styles, options, blocks, menus, slots, *own)
    top.text("parent")
    return (None if top.faults else theme), tuple(top.faults), {**raw, "name": "", "parent": ""}


def _parts(styles: Table, name: str) -> tuple[str, ...]:
    parts = styles.values[name]
    if isinstance(parts, list) and all(isinstance(part, str) for part in parts):
        return tuple(parts)
    styles.refuse(f"{name}: {parts} is not a list of files", f'write  "{name}" = ["css/a.css", "css/b.css"]', name)
    return ()


def _page(table: Table, role: str) -> PageSpec:
    table.only("template", "lists")
    if "lists" in table.values and role in ROLES and role not in LISTED_ROLES:
        said = f"pages of the role “{role}” take no lists"
        table.refuse(said, f"remove them; lists belong to {', '.join(LISTED_ROLES)}", "lists", KEY)
    lists = {name: _query(inner) for name, inner in table.named("lists")}
    for name, query in lists.items():
        if role not in STORY_ROLES and query.list != "latest":
            said = f"the list “{query.list}” is a story's, and pages of the role “{role}” have none"
            table.refuse(said, 'write  list = "latest"', "lists", name, "list")
        for key in ("kind", "tag", "author"):
            if role not in STORY_ROLES and getattr(query, key) == "page":
                said = f"{key} = “page” asks for that of a story, and pages of the role “{role}” have none"
                table.refuse(said, f"name a {key}", "lists", name, key)
    return PageSpec(table.text("template", required=True), lists)


def _query(table: Table) -> Query:
    table.only(*_QUERY_KEYS)
    if table.values.get("each") and table.values.get("language"):
        table.refuse("each and language do not go together", "remove one of the two", "language")
    return Query(
        list=cast(Literal["latest", "related", "series", "picks"], table.word("list", _LISTS, "latest")),
        limit=_count(table, "limit", 5),
        kind=table.text("kind"),
        not_kind=table.text("not_kind"),
        section=table.text("section"),
        tag=key_of(table.text("tag")),
        author=table.text("author"),
        language=table.text("language"),
        offset=_count(table, "offset", 0),
        order=cast(Literal["newest", "priority"], table.word("order", ("newest", "priority"), "newest")),
        each=cast(Literal["", "section"], table.word("each", ("", "section"), "")),
        at_least=_count(table, "at_least", 1),
        unless_shown=table.get("unless_shown", bool, True),
        where=_where(table),
    )


def _where(table: Table) -> tuple[tuple[str, str | bool | int], ...]:
    found = []
    for name, value in sorted(table.get("where", dict, {}).items()):
        if value == "" or not isinstance(value, str | int):
            said = f"where: {name} can be sought by a text, a whole number, true or false"
            table.refuse(said, f'write  where = {{ {name} = "…" }}', "where", name)
        else:
            found.append((name, value))
    return tuple(found)


def _count(table: Table, key: str, default: int) -> int:
    number: int = table.get(key, int, default)
    if number < 0:
        table.refuse(f"{key}: {number} is less than 0", f"write  {key} = {default}", key)
        return default
    return number


def _option(table: Table) -> Option:
    table.only("type", "default")
    kind = table.word("type", tuple(_OPTIONS), "text")
    default = table.get("default", _OPTIONS[kind], "", required=True)
    if kind == "colour" and default and not is_option(default, kind):
        table.refuse(f"default: “{default}” is not a colour", 'write  default = "#8f1d1a"', "default")
    return Option(cast(Literal["text", "flag", "number", "colour"], kind), default)


_OPTIONS: Mapping[str, type] = {"text": str, "flag": bool, "number": int, "colour": str}
_COLOUR = re.compile("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def is_option(value: object, kind: str) -> bool:
    """Return whether a value is of an option's type."""
    return type(value) is _OPTIONS[kind] and (kind != "colour" or bool(_COLOUR.fullmatch(str(value))))


def _block(table: Table, name: str) -> BlockSpec:
    table.only("content", "attributes")
    if not _NAME.fullmatch(name):
        table.refuse(f"“{name}” cannot be a block's name", "use small Latin letters, digits and hyphens", KEY)
    attributes = {id: _attribute(inner, id) for id, inner in table.named("attributes")}
    return BlockSpec(cast(Content, table.word("content", get_args(Content), "text")), attributes)


def _attribute(table: Table, name: str) -> Attribute:
    table.only("type", "required", "words")
    # Of a dict Jinja finds methods before keys, so `block.attributes.items` would not be the attribute.
    if not _NAME.fullmatch(name) or hasattr(dict, name):
        table.refuse(f"“{name}” cannot be an attribute's name", "choose another word in small Latin letters", KEY)
    words = table.get("words", list, [])
    if not all(isinstance(word, str) for word in words):
        table.refuse(f"words: {words} is not a list of texts", 'write  words = ["wide", "narrow"]', "words")
        words = []
    type = table.word("type", get_args(AttributeType), "text")
    return Attribute(cast(AttributeType, type), table.get("required", bool, False), tuple(words))


def read_tags(
    content: bytes, path: str, level: Level, site: Site
) -> tuple[tuple[Tag, ...], tuple[Diagnostic, ...], str]:
    """Return the tags of tags.toml, or the series of series.toml, as `level` has it, what is wrong with them, and the text."""
    found = read_toml(content, Place(path))
    if isinstance(found, Diagnostic):
        return (), (found,), ""
    raw, text = found
    top = Table(raw, Place(path))
    tags = []
    for id, table in top.named():
        table.only("name", "description", "sameas", "extra")
        if id != key_of(id):
            table.refuse(f"“{id}” cannot be an id", f"write it as “{key_of(id)}”")
        names, descriptions = table.texts("name"), table.texts("description")
        for texts, key in ((names, "name"), (descriptions, "description")):
            for language in texts:
                if language not in site.language_ids:
                    table.refuse(
                        f"unknown language “{language}”",
                        did_you_mean(language, site.language_ids, f"languages are {', '.join(site.language_ids)}"),
                        key,
                    )
        given, zone = table.get("extra", dict, {}), ZoneInfo(site.timezone)
        extra, wrong = read_extra(given, site.fields.get(level, {}), top.place, zone, (id, "extra"), "E203")
        top.faults.extend(wrong)
        tags.append(Tag(id, names, descriptions, extra))
    return tuple(tags), tuple(top.faults), text


def tag_ids(tags: Sequence[Tag]) -> dict[str, dict[str, str]]:
    """Return the ids of tags by language and the key of their name in it, where that is neither an id nor a name before."""
    ids = {tag.id for tag in tags}
    found: dict[str, dict[str, str]] = {}
    for tag in tags:
        for language, name in tag.name.items():
            if (key := key_of(name)) and key not in ids:
                found.setdefault(language, {}).setdefault(key, tag.id)
    return found
