"""What the theme `broadsheet` declares, as its theme.toml says it."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from patrika.model.blocks import Attribute
from patrika.model.site import Query, Theme
from patrika.read.theme import ROLES, read_theme

TOML = Path(__file__).parents[1] / "themes" / "broadsheet" / "theme.toml"
_REMARK = re.compile(r"^\[([\w.]+)\] *# *(.+)$", re.MULTILINE)
_HELD = {"text": "any text", "pictures": "pictures alone", "none": "nothing"}


class Broadsheet(Struct, frozen=True):
    """The theme, with the sentences of its file that its value does not keep."""

    theme: Theme
    menus: Mapping[str, str]
    """Where each is."""
    slots: Mapping[str, str]
    remarks: Mapping[str, str]
    """Comments beside headings of tables, by the heading: `options.rail_latest`."""


def read_broadsheet() -> Broadsheet:
    """Return the theme; that it is without fault is asserted."""
    content = TOML.read_bytes()
    theme, faults, raw = read_theme(content, TOML.name)
    assert theme, faults
    remarks = {found[1]: found[2] for found in _REMARK.finditer(content.decode())}
    return Broadsheet(theme, raw["menus"], raw["slots"], remarks)


def list_rows(sheet: Broadsheet) -> Iterator[tuple[str, ...]]:
    """Yield role, name, query as it is written, and remark of each list."""
    for role in ROLES:
        for name, query in sheet.theme.pages[role].lists.items():
            yield f"`{role}`", f"`{name}`", f"`{_asked(query)}`", sheet.remarks.get(f"pages.{role}.lists.{name}", "")


def _asked(query: Query) -> str:
    given = [(field.name, getattr(query, field.name), field.default) for field in fields(Query)]
    return ", ".join(
        f"{name} = {json.dumps(value)}" for name, value, default in given if default is NODEFAULT or value != default
    )


def option_rows(sheet: Broadsheet) -> Iterator[tuple[str, ...]]:
    """Yield name, type, default and remark of each option."""
    for name, option in sheet.theme.options.items():
        yield f"`{name}`", f"`{option.type}`", f"`{json.dumps(option.default)}`", sheet.remarks[f"options.{name}"]


def block_rows(sheet: Broadsheet) -> Iterator[tuple[str, ...]]:
    """Yield name, content and attributes of each block."""
    for name, block in sheet.theme.blocks.items():
        attributes = (_attribute(word, attribute) for word, attribute in block.attributes.items())
        yield f"`{name}`", _HELD[block.content], "; ".join(attributes)


def _attribute(name: str, attribute: Attribute) -> str:
    what = f"one of {', '.join(f'`{word}`' for word in attribute.words)}" if attribute.words else f"`{attribute.type}`"
    return f"`{name}`: {what}{', required' if attribute.required else ''}"
