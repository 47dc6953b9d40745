"""The keys of front matter, by what is written: a table, and the one function that goes by it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error, warning
from patrika.model.policies import POLICIES
from patrika.read import values
from patrika.read.decoding import KEY
from patrika.read.unfit import Unfit


class FieldRule(Struct, frozen=True):
    """One key, and how its value is read."""

    name: str
    read: values.Reader
    required: bool = False
    alias: str = ""


ARTICLE = (
    FieldRule("title", values.text, required=True),
    FieldRule("date", values.moment, required=True),
    FieldRule("summary", values.text),
    FieldRule("kicker", values.text),
    FieldRule("updated", values.moment),
    FieldRule("publish_at", values.moment),
    FieldRule("expire_at", values.moment),
    FieldRule("draft", values.flag),
    FieldRule("listed", values.flag),
    FieldRule("authors", values.texts, alias="author"),
    FieldRule("agency", values.text),
    FieldRule("dateline", values.text),
    FieldRule("tags", values.texts),
    FieldRule("image", values.image),
    FieldRule("section", values.text),
    FieldRule("also_in", values.texts),
    FieldRule("series", values.key),
    FieldRule("kind", values.segment),
    FieldRule("slug", values.segment),
    FieldRule("story", values.text),
    FieldRule("lang", values.text),
    FieldRule("related", values.texts),
    FieldRule("related_exclude", values.texts),
    FieldRule("related_off", values.flag),
    FieldRule("priority", values.choice("lead", "high", "normal")),
    FieldRule("priority_until", values.moment),
    FieldRule("noindex", values.flag),
    FieldRule("canonical", values.url),
    FieldRule("url", values.address),
    FieldRule("aliases", values.addresses),
    FieldRule("translations", values.versions),
    FieldRule("translated_from", values.original),
    FieldRule("guid", values.text),
    FieldRule("corrections", values.dated_texts),
    FieldRule("extra", values.mapping),
)

AUTHOR = (
    FieldRule("name", values.text),
    FieldRule("role", values.text),
    FieldRule("image", values.image),
    FieldRule("links", values.urls),
    FieldRule("extra", values.mapping),
)

STANDALONE = (
    FieldRule("title", values.text, required=True),
    FieldRule("summary", values.text),
    FieldRule("slug", values.segment),
    FieldRule("image", values.image),
    FieldRule("draft", values.flag),
    FieldRule("listed", values.flag),
    FieldRule("noindex", values.flag),
    FieldRule("url", values.address),
    FieldRule("aliases", values.addresses),
    FieldRule("policy", values.choice(*POLICIES)),
    FieldRule("extra", values.mapping),
)


SECTION_TEXT = (
    FieldRule("title", values.text),
    FieldRule("summary", values.text),
    FieldRule("image", values.image),
    FieldRule("extra", values.mapping),
)


class Checked(Struct, frozen=True):
    """The values that could be taken, by key, and what was wrong with the rest."""

    fields: Mapping[str, Any]
    untimed: frozenset[str]
    """Keys of instants that were written as a day alone."""
    faults: tuple[Diagnostic, ...]


def check(
    fields: Mapping[str, Any],
    rules: Iterable[FieldRule],
    place: Place,
    zone: ZoneInfo,
    given: Iterable[str] = (),
    line_of: Callable[[str], str] = "{}: …".format,
) -> Checked:
    """Return front matter checked against `rules`. Keys in `given` are known from elsewhere and so not missing; `line_of` says
    how a key is written, and where."""
    by_name = {rule.name: rule for rule in rules}
    aliases = {rule.alias: rule.name for rule in by_name.values() if rule.alias}
    taken: dict[str, Any] = {}
    untimed: set[str] = set()
    faults: list[Diagnostic] = []
    for key, value in fields.items():
        rule = by_name.get(aliases.get(key, key))
        if rule is None:
            hint = did_you_mean(key, [*by_name, *aliases], "remove the line, or put the value under extra:")
            faults.append(error("E110", place, f"unknown key “{key}”", hint, (key, KEY)))
        elif not values.is_absent(value):
            try:
                result = rule.read(value, zone)
            except Unfit as fault:
                faults.append(error("E111", place, f"{key}: {fault.message}", fault.hint, (key, *fault.inside)))
                taken[rule.name] = None
                continue
            if any(moment.ambiguous for moment in values.moments_in(result)):
                said = f"{key}: this hour happened twice in {zone.key}, when clocks were put back; the earlier is meant"
                faults.append(warning("W112", place, said, "add an offset such as +06:00", (key,)))
            if isinstance(result, values.Moment):
                if not result.timed:
                    untimed.add(rule.name)
                result = result.seconds
            taken[rule.name] = result
    missing = [r.name for r in by_name.values() if r.required and r.name not in taken and r.name not in given]
    faults.extend(
        error(
            "E113",
            Place(place.path, 1, 1),
            f"this file has no {name}",
            f"add a line  {line_of(name)}",
        )
        for name in missing
    )
    return Checked(taken, frozenset(untimed), tuple(faults))
