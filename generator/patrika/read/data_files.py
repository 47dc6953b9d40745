"""Files of data/ to values of no fixed type, for templates that name them."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error
from patrika.read.decoding import decode
from patrika.read.limits import DEEPEST, too_much
from patrika.read.sheets import read_sheet
from patrika.read.toml_text import as_text, read_toml
from patrika.read.values import free
from patrika.read.yaml_block import read_yaml

MOST_ROWS = 100_000
"""Of a CSV file: data may be long, a table in a story may not."""


def read_data(
    files: Iterable[tuple[str, str, bytes]], languages: tuple[str, ...]
) -> tuple[dict[str, dict[str, Any]], tuple[Diagnostic, ...]]:
    """Return the data that each language's templates are given, by name, and what is wrong with files.

    `files` are path, path from data/ and content of each. `results.bn.csv` goes before `results.csv` in Bangla. Dates are
    texts, the rows of a CSV file tables by the names in its first.
    """
    faults: list[Diagnostic] = []
    found: dict[tuple[str, str], tuple[str, Any]] = {}
    for path, name, content in files:
        bare, _, ending = name.rpartition(".")
        data, dot, language = bare.partition(".")
        wrong = _misnamed(path, name, data, language if dot else None, ending, languages)
        known = found.get((data, language))
        if known and not wrong:
            said = f"the data “{bare}” is also in {known[0]}"
            wrong = error("E210", Place(path), said, "remove one of the two, or give it another name")
        value = wrong or _READERS[ending](content, path)
        if isinstance(value, Diagnostic):
            faults.append(value)
        else:
            found[data, language] = (path, free(value))
    return {language: dict(_in(language, found)) for language in languages}, tuple(faults)


def _in(language: str, found: Mapping[tuple[str, str], tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    for name in sorted({name for name, _ in found}):
        version = found.get((name, language)) or found.get((name, ""))
        if version:
            yield name, version[1]


def _misnamed(
    path: str, name: str, data: str, language: str | None, ending: str, languages: tuple[str, ...]
) -> Diagnostic | None:
    if "/" in name:
        return error("E210", Place(path), "this file lies in a folder of data/", "move it into data/ itself")
    if ending not in _READERS:
        return error("E210", Place(path), "this is no file of data", f"write it as {', '.join(_READERS)}")
    if not data.isidentifier() or hasattr(dict, data):
        said = f"“{data}” cannot be the name of data"
        return error("E210", Place(path), said, "rename the file: letters, digits and _, such as results_2026.csv")
    if language is not None and language not in languages:
        hint = did_you_mean(language, languages, f"languages are {', '.join(languages)}")
        return error("E105", Place(path), f"unknown language “{language}”", hint)
    return None


def _json(content: bytes, path: str) -> Any:
    text = decode(content, Place(path))
    if isinstance(text, Diagnostic):
        return text
    try:
        return _kept(json.loads(text), path)
    except json.JSONDecodeError as fault:
        said = f"this file is not JSON: {fault.msg}"
        return error(
            "E210", Place(path, fault.lineno, fault.colno), said, "texts and keys stand between quotation marks"
        )
    except RecursionError:
        return _unkept(path, f"more than {DEEPEST} tables or lists stand in each other")
    except ValueError:
        # Python reads no more than some thousand digits.
        return _unkept(path, "a number has too many digits")


def _yaml(content: bytes, path: str) -> Any:
    found = read_yaml(content, Place(path))
    return found if isinstance(found, Diagnostic) else _kept(found, path)


def _kept(value: Any, path: str) -> Any:
    said = too_much(value)
    return _unkept(path, said) if said else value


def _unkept(path: str, said: str) -> Diagnostic:
    return error(
        "E210", Place(path), f"this file cannot be kept: {said}", "write it flatter, and long numbers as texts"
    )


def _toml(content: bytes, path: str) -> Any:
    found = read_toml(content, Place(path))
    return found if isinstance(found, Diagnostic) else as_text(found[0])


def _rows(content: bytes, path: str) -> Any:
    sheet = read_sheet(content, path, MOST_ROWS)
    if isinstance(sheet, Diagnostic):
        return sheet
    head, *rows = sheet.rows
    twice = next((name for name in head if name and head.count(name) > 1), "")
    if twice:
        said = f"two columns of this table are called “{twice}”"
        return error("E313", Place(path, 1, 1), said, "give each a name of its own in the first row")
    return [{name: cell for name, cell in zip(head, row, strict=True) if name} for row in rows]


_READERS: Mapping[str, Callable[[bytes, str], Any]] = {
    "toml": _toml,
    "yaml": _yaml,
    "yml": _yaml,
    "json": _json,
    "csv": _rows,
}
