"""[check] of site.toml: what is told of what could be better."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import cast, get_args
from zoneinfo import ZoneInfo

from patrika.model.codes import CODES, is_final
from patrika.model.diagnostics import did_you_mean
from patrika.model.site import Budget, Checks, Weight
from patrika.read.tables import Table

BUDGETS = Budget.__struct_fields__


def read_checks(top: Table, timezone: str) -> Checks:
    """Return what site.toml says of diagnostics."""
    table = top.table("check")
    table.only("since", "skip", "severity", "budget")
    return Checks(
        since=_since(table, timezone),
        severity=_severities(table.table("severity")),
        budget=_budget(table.table("budget")),
        skip=_skip(table),
    )


def _since(table: Table, timezone: str) -> int:
    value = table.values.get("since")
    if value is None:
        return 0
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else value
        if type(day) is date:
            return int(datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(timezone)).timestamp())
    except ValueError:
        pass
    table.refuse(f"since: “{value}” is no day", "write  since = 2024-01-31", "since")
    return 0


def _skip(table: Table) -> tuple[str, ...]:
    given = table.get("skip", list, [])
    for number, start in enumerate(given):
        if not isinstance(start, str) or not start.startswith(("http://", "https://")):
            said = f"skip: “{start}” is not the beginning of an address"
            table.refuse(said, 'write  skip = ["https://example.org/"]', "skip", number)
    return tuple(start for start in given if isinstance(start, str))


def _severities(table: Table) -> Mapping[str, Weight]:
    found = {}
    for code in table.values:
        if code not in CODES:
            table.refuse(f"there is no diagnostic “{code}”", did_you_mean(code, CODES, "see: patrika help"), code)
        elif is_final(code):
            said = f"{code} stops a build, whatever is wished: nothing could be printed"
            table.refuse(said, "mend what it tells of; with [build] on_error = “hold” the rest is published", code)
        else:
            found[code] = cast(Weight, table.word(code, get_args(Weight), "error"))
    return found


def _budget(table: Table) -> Budget:
    table.only(*BUDGETS)
    given = {}
    for key in set(table.values).intersection(BUDGETS):
        value = table.get(key, int, 0)
        if value < 0:
            table.refuse(f"{key}: {value} is less than 0", "write a number of kilobytes, or 0 for no limit", key)
        else:
            given[key] = value
    return Budget(**given)
