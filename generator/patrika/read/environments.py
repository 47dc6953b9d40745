"""Environments: the tables [env.NAME] of site.toml, laid over the rest of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error
from patrika.model.site import PRODUCTION
from patrika.read.decoding import Path
from patrika.read.tables import Table

PREVIEW = "preview"
"""What `serve` works in unless told otherwise. Neither this nor production, in which `build` works, needs a table."""


def environments(
    raw: Mapping[str, Any], env: str, place: Place
) -> tuple[dict[str, Mapping[str, Any]], list[Diagnostic]]:
    """Return the tables of site.toml's environments by name, and what is wrong with them or with the name of `env`."""
    top = Table(raw, place)
    found = {name: table.values for name, table in top.named("env")}
    for name, table in found.items():
        if "env" in table:
            top.refuse(
                "an environment cannot hold others", "write it as a table of its own: [env.NAME]", "env", name, "env"
            )
    if env not in (*found, PRODUCTION, PREVIEW):
        known = (*found, PRODUCTION, PREVIEW)
        said = f"there is no environment “{env}”"
        hint = did_you_mean(env, known, f"environments are {', '.join(known)}; another is a table [env.{env}]")
        top.faults.append(error("E209", Place(place.path, 1, 1), said, hint))
    return found, top.faults


def placed(faults: Iterable[Diagnostic], above: Mapping[str, Any], env: str) -> Iterator[Diagnostic]:
    """Yield faults of merged settings, those of keys that an environment lays over the rest as keys of its table."""
    for fault in faults:
        inside = bool(fault.field) and _holds(above, fault.field)
        yield replace(fault, field=("env", env, *fault.field)) if inside else fault


def _holds(table: Any, field: Path) -> bool:
    """Return whether a table holds the key that a fault names, or what lies around it."""
    for step in field:
        if not isinstance(table, dict):
            return True
        if step == "":
            return True
        if step not in table:
            return False
        table = table[step]
    return True
