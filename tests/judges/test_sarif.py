"""What `patrika check --format sarif` prints is a log as the types of SARIF 2.1.0 have it."""

from pathlib import Path

from patrika.cli.formats import sarif
from patrika.cli.manual import manual
from patrika.model.diagnostics import Diagnostic, Place, Severity
from tests.judges.typescript import type_faults, types_in

HINTS: tuple[tuple[Severity, str], ...] = (("error", ""), ("warning", "do b"), ("notice", "c"))


def faults(log: str, folder: Path) -> list[str]:
    lines = [
        f"import type * as sarif from {types_in('@types/sarif/index.d.ts')};",
        "export const log: sarif.Log =",
        log,
    ]
    return [fault for _, fault in type_faults("\n".join(lines), folder)]


def test_each_diagnostic_is_told_as_sarif_has_it(tmp_path: Path) -> None:
    """With a place in a file as far as it is known, or at a page; and with the docs' word on each."""
    places = (Place("content/বিশ্ব/a b.md", 4, 2), Place("site.toml", 4), Place("x.md"), Place("/bn/"))
    told = [
        Diagnostic(code, severity, place, "“a” is\nwrong", hint)
        for code in manual()
        for place in places
        for severity, hint in HINTS
    ]
    log = sarif(told)
    assert faults(log, tmp_path) == []
    assert faults(log.replace('"ruleId"', '"rule"'), tmp_path)
    assert faults(log.replace('"level": "note"', '"level": "notice"'), tmp_path)
