"""Diagnostics as programs take them: JSON, GitHub's workflow commands, SARIF."""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from patrika import __version__
from patrika.cli.manual import Explained, manual
from patrika.model.diagnostics import Diagnostic, Severity

_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "notice": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def as_data(item: Diagnostic) -> dict[str, Any]:
    """Return a diagnostic as JSON can hold it; line and column are 0 where they are not known."""
    return {
        "code": item.code,
        "severity": item.severity,
        "path": item.place.path,
        "line": item.place.line,
        "column": item.place.column,
        "message": item.message,
        "hint": item.hint,
    }


def github(item: Diagnostic) -> str:
    """Return a diagnostic as a workflow command of GitHub Actions, which shows it beside the line."""
    place = item.place
    at = {"file": "" if _is_page(item) else place.path, "line": place.line or "", "col": place.column or ""}
    words = {**at, "title": item.code}
    said = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in words.items() if value)
    text = f"{place.path}: {item.message}" if _is_page(item) else item.message
    return f"::{item.severity} {said}::{_escaped(f'{text} — {item.hint}' if item.hint else text)}"


def _escaped(text: str, more: str = "") -> str:
    """Return text as workflow commands have it; `more` are the signs that part the values of one."""
    for sign in ("%", "\r", "\n", *more):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def sarif(items: Iterable[Diagnostic]) -> str:
    """Return diagnostics as SARIF 2.1.0 (OASIS), which code hosts and editors read."""
    told = list(items)
    codes = sorted({item.code for item in told})
    known = manual()
    rules = [_rule(known[code]) for code in codes]
    driver = {"name": "Patrika", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, codes.index(item.code)) for item in told],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(told: Explained) -> dict[str, Any]:
    text = "\n\n".join(filter(None, (f"{told.remedy}.", told.more)))
    return {"id": told.code, "shortDescription": {"text": told.when}, "help": {"text": text}}


def _result(item: Diagnostic, rule: int) -> dict[str, Any]:
    text = f"{item.message} ({item.hint})" if item.hint else item.message
    return {
        "ruleId": item.code,
        "ruleIndex": rule,
        "level": _LEVELS[item.severity],
        "message": {"text": text},
        "locations": [_location(item)],
    }


def _location(item: Diagnostic) -> dict[str, Any]:
    """Return where a diagnostic points: into a file, or to a page that no one file is at fault for."""
    place = item.place
    if _is_page(item):
        return {"logicalLocations": [{"fullyQualifiedName": place.path, "kind": "resource"}]}
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.path)}}
    if place.line:
        physical["region"] = {"startLine": place.line, **({"startColumn": place.column} if place.column else {})}
    return {"physicalLocation": physical}


def _is_page(item: Diagnostic) -> bool:
    return item.place.path.startswith("/")


def printed(found: Iterable[Diagnostic], form: str, **more: int) -> str:
    """Return what was found as programs take it: `json`, with what else is told, `github`, or `sarif`."""
    if form == "json":
        return json.dumps({"diagnostics": [*map(as_data, found)], **more}, ensure_ascii=False, indent=2)
    return sarif(tuple(found)) if form == "sarif" else "\n".join(map(github, found))
