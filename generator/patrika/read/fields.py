"""Own fields: what themes and sites declare under [fields], and the values that are given to them under `extra`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, cast, get_args
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error, nearest, warning
from patrika.model.site import Declared, FieldType, Level, Site, Theme
from patrika.read import values
from patrika.read.decoding import KEY
from patrika.read.tables import Table
from patrika.read.unfit import Unfit

_NAME = re.compile("[a-z][a-z0-9_]*")
LEVELS: tuple[str, ...] = get_args(Level)
TYPES: tuple[str, ...] = get_args(FieldType)
SOUGHT = ("text", "texts", "flag", "number")
"""Types of the fields that a list may go by."""


def _number(value: object, _: ZoneInfo) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Unfit(f"“{value}” is not a number", "write it in digits, without quotation marks: 7, or 4.5")
    return value


def _day(value: object, zone: ZoneInfo) -> int:
    moment = values.moment(value, zone)
    if moment.timed:
        raise Unfit(f"“{value}” has a time of day", "write the day alone: 2023-07-27")
    return moment.seconds


def _moment(value: object, zone: ZoneInfo) -> int:
    moment = values.moment(value, zone)
    if not moment.timed:
        raise Unfit(f"“{value}” has no time of day", "write it as 2023-07-27 18:30")
    return moment.seconds


_READERS: Mapping[FieldType, values.Reader] = {
    "text": values.text,
    "texts": lambda value, zone: list(values.texts(value, zone)),
    "flag": values.flag,
    "number": _number,
    "day": _day,
    "moment": _moment,
    "url": values.url,
}
ABSENT: Mapping[FieldType, Any] = {
    "text": "", "texts": [], "flag": False, "number": None, "day": 0, "moment": 0, "url": "",
}  # fmt: skip
"""What stands in a field that is not given, by its type."""


def read_fields(top: Table) -> Mapping[Level, Declared]:
    """Return what a theme or a site declares under [fields]: types by name, by what has them."""
    found: dict[Level, Declared] = {}
    for level, table in top.named("fields"):
        if level not in LEVELS:
            hint = did_you_mean(level, LEVELS, f"fields are of {', '.join(LEVELS)}")
            table.refuse(f"nothing is called “{level}” that could have fields", hint, KEY)
            continue
        declared: dict[str, FieldType] = {}
        for name in table.values:
            # Of a dict Jinja finds methods before keys, so `page.extra.items` would not be the field.
            if not _NAME.fullmatch(name) or hasattr(dict, name):
                table.refuse(
                    f"“{name}” cannot be a field's name", "choose another word in small Latin letters", name, KEY
                )
            elif (type := table.word(name, TYPES, "")) in TYPES:
                declared[name] = cast(FieldType, type)
        found[cast(Level, level)] = declared
    return found


def read_card_extra(table: Table) -> tuple[str, ...]:
    """Return the fields of stories that cards carry, as a theme or a site lists them."""
    given = table.get("card_extra", list, [])
    for number, name in enumerate(given):
        if not isinstance(name, str):
            table.refuse(f"card_extra: {name} is not a text", 'write  card_extra = ["place"]', "card_extra", number)
    return tuple(name for name in given if isinstance(name, str))


def with_fields(site: Site, theme: Theme, site_file: str, theme_file: str) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Return the site with the theme's fields beside its own and its own values checked against them, and what is wrong."""
    fields = {level: {**theme.fields.get(level, {}), **site.fields.get(level, {})} for level in get_args(Level)}
    of_stories, zone = fields["article"], ZoneInfo(site.timezone)
    faults = [
        _undeclared(name, of_stories, Place(file), (*table, "card_extra", number), "card_extra")
        for file, table, names in ((theme_file, (), theme.card_extra), (site_file, ("site",), site.card_extra))
        for number, name in enumerate(names)
        if name not in of_stories
    ]
    faults += _misfits(theme, of_stories, Place(theme_file))

    def taken(level: Level, raw: Mapping[str, Any], *path: str | int) -> dict[str, Any]:
        extra, wrong = read_extra(raw, fields[level], Place(site_file), zone, (*path, "extra"), "E203")
        faults.extend(wrong)
        return extra

    languages = tuple(replace(it, extra=taken("language", it.extra, "languages", it.id)) for it in site.languages)
    sections = tuple(
        replace(it, extra=taken("section", it.extra, "sections", number)) for number, it in enumerate(site.sections)
    )
    checked = replace(
        site,
        fields=fields,
        card_extra=tuple(name for name in dict.fromkeys((*theme.card_extra, *site.card_extra)) if name in of_stories),
        sought=tuple(sorted({name for query in _queries(theme) for name, _ in query[1]})),
        extra=taken("site", site.extra, "site"),
        languages=languages,
        sections=sections,
    )
    return checked, tuple(faults)


def _queries(theme: Theme) -> Iterator[tuple[tuple[str, ...], tuple[tuple[str, Any], ...]]]:
    for role, spec in theme.pages.items():
        for name, query in spec.lists.items():
            yield ("pages", role, "lists", name, "where"), query.where


def _misfits(theme: Theme, declared: Declared, place: Place) -> Iterator[Diagnostic]:
    """Yield what is wrong with what lists seek among own fields."""
    for path, where in _queries(theme):
        for name, value in where:
            type = declared.get(name)
            if type is None:
                yield _undeclared(name, declared, place, (*path, name), "where")
            elif type not in SOUGHT:
                said = f"where: {name} is a {type}, by which no list can go"
                yield error("E203", place, said, f"fields in lists may be {', '.join(SOUGHT)}", (*path, name))
            elif not isinstance(value, {"flag": bool, "number": int}.get(type, str)) or (
                type == "number" and isinstance(value, bool)
            ):
                yield error("E203", place, f"where: “{value}” does not fit {name}, a {type}", "", (*path, name))


def _undeclared(name: str, declared: Declared, place: Place, field: tuple[str | int, ...], key: str) -> Diagnostic:
    hint = did_you_mean(name, declared, f'declare it under [fields.article], as  {name} = "text"')
    return error("E202", place, f"{key}: stories have no field “{name}”", hint, field)


def read_extra(
    raw: Mapping[str, Any],
    declared: Declared,
    place: Place,
    zone: ZoneInfo,
    path: tuple[str | int, ...] = ("extra",),
    code: str = "E111",
) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Return what stands under `extra`, the declared of it checked, and what is wrong. Where anything is given, all that is
    declared is there, the rest of it empty. What nobody declared is free."""
    if not raw:
        return {}, ()
    extra, faults = dict(values.mapping(raw, zone)), []
    for name, value in raw.items():
        if name in declared and not values.is_absent(value):
            try:
                extra[name] = _READERS[declared[name]](value, zone)
            except Unfit as fault:
                faults.append(error(code, place, f"{name}: {fault.message}", fault.hint, (*path, name)))
        elif name not in declared and (close := _resembled(name, tuple(declared))):
            said = f"extra: “{name}” looks like the field “{close}”"
            faults.append(
                warning("W118", place, said, f"write {close}, or choose a name less like it", (*path, name, KEY))
            )
    absent = {name: ABSENT[type] for name, type in declared.items() if values.is_absent(raw.get(name))}
    return {**extra, **absent}, tuple(faults)


@lru_cache
def _resembled(name: str, declared: tuple[str, ...]) -> str | None:
    return nearest(name, declared, 0.8)


def marks(extra: Mapping[str, Any], sought: Iterable[str]) -> tuple[str, ...]:
    """Return what lists may find a story by, of the fields that any list goes by: `place=Dhaka`, or `featured=true`."""
    pairs = ((name, item) for name in sought for item in _items(extra.get(name)))
    return tuple(dict.fromkeys(mark(name, item) for name, item in pairs))


def _items(value: object) -> list[object]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if not values.is_absent(item) and item is not False]


def mark(name: str, value: object) -> str:
    """Return what a story with this value in a field is found by."""
    return f"{name}={str(value).lower() if isinstance(value, bool) else value}"
