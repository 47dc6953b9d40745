"""Front matter in YAML: its values, or where it is at fault, and where in it each key stands. Lines count from the fence."""

import re
from typing import Any, NamedTuple

import yaml
from ryaml._ryaml import InvalidYamlError, loads

from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.read.decoding import KEY, Path, composed, decode
from patrika.read.text import cut

_HINT = "put a value that holds “: ” or begins with a sign between quotation marks"
HOW_TO_BEGIN = "begin the file with a line ---, then title: and date:, then another line ---"


def parse(block: str, place: Place) -> dict[str, Any] | Diagnostic:
    """Return the values of a block that begins on a file's second line, or what is wrong with it."""
    try:
        fields = composed(loads(block), block) if block.strip() else {}
    except (InvalidYamlError, ValueError, OverflowError) as fault:
        return _explain(block, place, str(fault))
    if fields is None:
        fields = {}
    if not isinstance(fields, dict) or not all(isinstance(key, str) for key in fields):
        return error(
            "E104",
            Place(place.path, 2, 1),
            "the front matter is not a list of “key: value” lines",
            HOW_TO_BEGIN,
        )
    return fields


def read_yaml(content: bytes, place: Place) -> Any:
    """Return what a whole file of YAML says, or what is wrong with it."""
    text = decode(content, place)
    if isinstance(text, Diagnostic):
        return text
    try:
        return composed(loads(text), text) if text.strip() else None
    except (InvalidYamlError, ValueError, OverflowError) as fault:
        flaw = _flaw(text, str(fault))
        return error("E210", Place(place.path, flaw.line, flaw.column), f"this file is not YAML: {flaw.said}", _HINT)


class _Flaw(NamedTuple):
    """What is wrong with a text, and where, counted from its first line."""

    said: str
    line: int
    column: int
    doubled: bool = False
    """Whether a key is given twice."""


def _flaw(text: str, message: str) -> _Flaw:
    """Return what is wrong with a text, of which the parser said `message`."""
    try:
        doubled = _doubled_key(yaml.compose(text, yaml.CSafeLoader))
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return _Flaw((fault.problem or message).splitlines()[0], line, column)
    if doubled:
        key, line, column = doubled
        return _Flaw(f"the key “{key}” is given twice", line, column, doubled=True)
    found = re.search(r"line (\d+)(?:,? column (\d+))?", message)
    line, column = (int(found[1]), int(found[2] or 1)) if found else (1, 1)
    return _Flaw(message.splitlines()[0], line, column)


def _explain(block: str, place: Place, message: str) -> Diagnostic:
    """Return what is wrong with front matter, which begins on a file's second line."""
    flaw = _flaw(block, message)
    where = Place(place.path, flaw.line + 1, flaw.column)
    if flaw.doubled:
        return error("E104", where, flaw.said, "keep one of the two lines")
    lines = block.split("\n")
    text = cut(lines[flaw.line - 1].strip(), 120) if flaw.line <= len(lines) else ""
    near = f" at “{text}”" if text else ""
    return error("E104", where, f"this front matter cannot be read{near}: {flaw.said}", _HINT)


def _doubled_key(root: Any) -> tuple[str, int, int] | None:
    """Return the first key that a table gives twice, with line and column from 1. Each node is looked at once, as aliases may
    multiply."""
    todo, met = [root], set[int]()
    while todo:
        node = todo.pop()
        if id(node) in met:
            continue
        met.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            todo += node.value
        elif isinstance(node, yaml.MappingNode):
            seen: set[Any] = set()
            for key, value in node.value:
                name = key.value if isinstance(key, yaml.ScalarNode) else id(key)
                if name in seen:
                    return str(name), key.start_mark.line + 1, key.start_mark.column + 1
                seen.add(name)
                todo.append(value)
    return None


def find(block: str, field: Path) -> tuple[int, int] | None:
    """Return line and column of the value of a key in a block, or of the longest part of it found."""
    try:
        node = yaml.compose(block, yaml.CSafeLoader)
    except yaml.YAMLError:
        return None
    mark = None
    for step in field:
        key, value = _step(node, step)
        if value is None:
            break
        node = value
        mark = value.start_mark if isinstance(value, yaml.ScalarNode) or key is None else key.start_mark
        if field[-1] == KEY and step == field[-2] and key is not None:
            mark = key.start_mark
    return (mark.line + 2, mark.column + 1) if mark else None


def _step(node: Any, step: str | int) -> tuple[Any, Any]:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), (None, None))
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None, None
