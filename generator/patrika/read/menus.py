"""[[menus.NAME]] of site.toml: entries that lead to sections, undated pages and addresses."""

from collections.abc import Callable, Iterable, Mapping

from patrika.model.diagnostics import did_you_mean
from patrika.model.site import MenuItem, Section
from patrika.read.tables import Table
from patrika.read.unfit import Unfit
from patrika.read.values import url

PAGE = "@/pages/"
TextsOf = Callable[[Table, str], Mapping[str, str]]
"""Reads a text by language."""


def read_menus(top: Table, sections: Iterable[Section], texts_of: TextsOf) -> dict[str, tuple[MenuItem, ...]]:
    """Return menus by name. Whether their pages are there is known once content is read."""
    menus, known = top.table("menus"), [section.id for section in sections]
    return {name: _items(menus, name, known, texts_of) for name in menus.values}


def _items(outer: Table, key: str, sections: list[str], texts_of: TextsOf) -> tuple[MenuItem, ...]:
    return tuple(_item(table, sections, texts_of) for table in outer.tables(key))


def _item(table: Table, sections: list[str], texts_of: TextsOf) -> MenuItem:
    table.only("ref", "title", "children")
    ref, titles = table.text("ref", required=True), texts_of(table, "title")
    is_outside = ref.startswith(("https://", "http://"))
    if ref and not is_outside and not ref.startswith(PAGE) and ref not in sections:
        hint = did_you_mean(ref, sections, "name a section, a page as @/pages/about, or an address https://…")
        table.refuse(f"“{ref}” is no section", hint, "ref")
    if is_outside:
        try:
            ref = url(ref)
        except Unfit as fault:
            table.refuse(fault.message, fault.hint, "ref")
    if is_outside and not titles:
        table.refuse("an entry that leads out of the site has no “title”", 'add a line  title = "…"', code="E204")
    return MenuItem(ref, titles, (*table.path, "ref"), _items(table, "children", sections, texts_of))
