"""Each table of docs/themes.md by the name of its region."""

from collections.abc import Iterator
from typing import get_args, get_type_hints

from patrika.model.article import Body
from patrika.model.language import Language
from patrika.model.page import PageRole
from patrika.plan.inputs import BlockInput, Chrome, Input
from patrika.plan.site_plan import MAKERS
from patrika.relate.ties import Filling
from reference.broadsheet import Broadsheet, block_rows, list_rows, option_rows, read_broadsheet
from reference.examples import filter_rows
from reference.fields import fields_of, reached
from reference.kinds import said
from reference.table import cell, code, table

STRUCTS = reached((*get_args(Input), Chrome, Language, BlockInput), opaque=frozenset({Body, Filling}))
"""All that templates can reach the fields of."""


def tables() -> dict[str, str]:
    """Return the tables as Markdown."""
    theme = read_broadsheet()
    made = {
        "roles": table(("role", "template", "`page` is"), _role_rows(theme)),
        "lists": table(("role", "list", "asks for", ""), list_rows(theme)),
        "menus": table(("menu", "where it is"), ((code(name), where) for name, where in theme.menus.items())),
        "slots": table(("slot", "where it is"), ((code(name), where) for name, where in theme.slots.items())),
        "options": table(("option", "type", "default", ""), option_rows(theme)),
        "blocks": table(("block", "between its fences", "attributes"), block_rows(theme)),
        "filters": table(("filter", "of", "gives", "English", "Bangla", "Urdu"), filter_rows()),
    }
    for struct in STRUCTS:
        rows = ((code(row.name), said(row.kind), cell(row.about)) for row in fields_of(struct))
        made[f"fields of {struct.__name__}"] = table(("field", "type", "meaning"), rows)
    return made


def _role_rows(theme: Broadsheet) -> Iterator[tuple[str, ...]]:
    for role in get_args(PageRole):
        given = get_type_hints(MAKERS[role].fill)["return"]
        yield code(role), code(theme.theme.pages[role].template), given.__name__
