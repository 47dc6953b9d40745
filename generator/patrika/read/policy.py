"""[csp] of site.toml: origins that pages may load from, besides the site's own."""

import re

from patrika.read.tables import Table

LOADS = ("script", "style", "image", "font", "connect", "frame", "media", "form")
"""What may be loaded, or sent, from an origin."""

_ORIGIN = re.compile(r"(?:https|wss)://(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::[0-9]{1,5})?")


def read_csp(top: Table) -> dict[str, tuple[str, ...]]:
    """Return origins by what may be loaded from them."""
    table = top.table("csp")
    table.only(*LOADS)
    return {key: _origins(table, key) for key in LOADS if key in table.values}


def _origins(table: Table, key: str) -> tuple[str, ...]:
    origins = table.get(key, list, [])
    for origin in origins:
        if not isinstance(origin, str) or not _ORIGIN.fullmatch(origin):
            said = f"{key}: “{origin}” is not an origin"
            table.refuse(said, f'write  {key} = ["https://stats.example"],  without a path', key)
    return tuple(origin for origin in origins if isinstance(origin, str))
