"""Files of other generators: front matter in YAML, TOML or JSON, settings in any of them, and values as they write them."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from patrika.bring.cargo import Image
from patrika.bring.naming import ascii_id
from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.read import front_matter, toml_text, yaml_block
from patrika.read.decoding import decode
from patrika.read.moments import read_moment
from patrika.read.unfit import Unfit

_PICTURES = (
    "image",
    "featured_image",
    "featuredImage",
    "cover",
    "images",
    "thumbnail",
    "feature_image",
    "header",
    "banner",
)
_SOURCES = ("src", "image", "url", "path", "relative_path", "teaser", "overlay_image")
_LEFT_ALONE = {".DS_Store", ".gitkeep", ".gitignore", "Thumbs.db", ".hugo_build.lock"}
_HINT = "mend it there, and import again"


class Source(Struct, frozen=True):
    """A text of the old site taken apart. `fields` is None where it has no front matter."""

    place: Place
    fields: dict[str, Any] | None
    body: str


def walked(root: Path, but: tuple[Path, ...] = ()) -> Iterator[Path]:
    """Yield the files below a folder in the order of their paths, without links and what systems and git leave there."""
    for path in sorted(root.rglob("*")):
        if (
            path.is_file()
            and not path.is_symlink()
            and path.name not in _LEFT_ALONE
            and not any(path.is_relative_to(other) for other in but)
        ):
            yield path


def read_source(path: Path, name: str) -> Source | Diagnostic:
    """Return a text taken apart, or what is wrong with it. `name` is its path as it is told."""
    place = Place(name)
    text = decode(path.read_bytes(), place)
    if isinstance(text, Diagnostic):
        return _refused(text)
    if text.startswith("{\n") or text.startswith("{ "):
        try:
            fields, end = json.JSONDecoder().raw_decode(text)
        except json.JSONDecodeError as fault:
            said = f"this front matter cannot be read: {fault.msg}"
            return _refused(error("E602", Place(name, fault.lineno, fault.colno), said))
        return Source(place, fields, text[end:].lstrip("\n"))
    if not text.startswith(("---\n", "+++\n")):
        return Source(place, None, text)
    parts = front_matter.split(text, place)
    return _refused(parts) if isinstance(parts, Diagnostic) else Source(place, parts.fields, parts.body)


def read_settings(path: Path, name: str) -> dict[str, Any] | Diagnostic:
    """Return a file of settings or data, in YAML, TOML or JSON, or what is wrong with it."""
    text = decode(path.read_bytes(), Place(name))
    if isinstance(text, Diagnostic):
        return _refused(text)
    if path.suffix in (".yml", ".yaml"):
        found = yaml_block.parse(text, Place(name))
        if isinstance(found, Diagnostic):
            # It counts from a fence, which settings do not have.
            return _refused(replace(found, place=replace(found.place, line=max(1, found.place.line - 1))))
        return found
    try:
        table = json.loads(text) if path.suffix == ".json" else toml_text.as_text(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, json.JSONDecodeError) as fault:
        return _refused(error("E602", Place(name), f"this file cannot be read: {fault}"))
    return table if isinstance(table, dict) else {}


def _refused(fault: Diagnostic) -> Diagnostic:
    return replace(fault, code="E602", hint=_HINT)


def text_in(fields: Mapping[str, Any], *names: str) -> str:
    """Return the first of the named values that is a text or number, as text."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, str | int | float | date | time) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


def texts_in(fields: Mapping[str, Any], *names: str) -> list[str]:
    """Return the texts of the named lists together, each once; a text is a list of one."""
    found: list[str] = []
    for name in names:
        value = fields.get(name)
        items = value if isinstance(value, list) else [] if value is None else [value]
        found += [str(item).strip() for item in items if isinstance(item, str | int) and str(item).strip()]
    return list(dict.fromkeys(found))


def is_true(value: object) -> bool:
    """Return whether a value is a yes."""
    return value is True or str(value).lower() in ("true", "yes")


def moment_in(fields: Mapping[str, Any], zone: ZoneInfo, *names: str) -> str:
    """Return the first of the named dates that can be read, as it is written."""
    for name in names:
        if written := text_in(fields, name):
            try:
                read_moment(written, zone)
            except Unfit:
                continue
            return written
    return ""


def people_in(fields: Mapping[str, Any], known: Mapping[str, str]) -> list[str]:
    """Return who wrote a text: ids of people that are known, by the name they go by, else names."""
    values = fields.get("authors") or fields.get("author")
    people = []
    for value in values if isinstance(values, list) else [values]:
        name = text_in(value, "name", "display_name", "id") if isinstance(value, dict) else str(value or "").strip()
        people.append(known.get(name) or known.get(ascii_id(name)) or _spoken(name))
    return list(dict.fromkeys(filter(None, people)))


def _spoken(name: str) -> str:
    """Return a name that cannot be taken for the id of a person who has no file."""
    return name.replace("-", " ").replace("_", " ").title() if name and ascii_id(name) == name else name


def lead_picture(fields: Mapping[str, Any]) -> Image | None:
    """Return the lead picture, under any of the names that themes have for it."""
    for name in _PICTURES:
        value = fields.get(name)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, dict) and (src := text_in(value, *_SOURCES)):
            return Image(src, text_in(value, "alt", "image_description"), text_in(value, "caption", "title"))
        if isinstance(value, str) and value.strip():
            return Image(
                value.strip(), text_in(fields, f"{name}_alt", "alt"), text_in(fields, f"{name}_caption", "caption")
            )
    return None


def left_values(fields: Mapping[str, Any], used: frozenset[str]) -> Iterator[tuple[str, Any]]:
    """Yield what front matter holds besides: kept under `extra:`, free for themes."""
    for name, value in fields.items():
        if name not in used and name not in _PICTURES and value not in (None, "", [], {}):
            yield name, value
