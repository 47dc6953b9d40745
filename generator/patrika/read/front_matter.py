"""Front matter: the YAML between the first two `---` lines of a file, and where in it each key stands."""

import re
from codecs import BOM_UTF8
from typing import Any

import yaml
from msgspec import Struct
from ryaml._ryaml import InvalidYamlError, loads

from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.read.text import nfc

Path = tuple[str | int, ...]
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
KEY = ""
"""Last step of a field that means the key itself, not its value."""

HOW_TO_BEGIN = "begin the file with a line ---, then title: and date:, then another line ---"


class Split(Struct, frozen=True):
    """A file taken apart. `line` is where the body begins, counted from 1."""

    fields: dict[str, Any]
    body: str
    line: int


def decode(content: bytes, place: Place) -> str | Diagnostic:
    """Return a file's text in NFC without byte order mark, or what is wrong with its bytes."""
    try:
        return nfc(content.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        before = content[content.rfind(b"\n", 0, fault.start) + 1 : fault.start]
        column = len(before.removeprefix(BOM_UTF8).decode("utf-8", "replace")) + 1
        return error(
            "E101",
            Place(place.path, line, column),
            f"this file is not UTF-8 text: byte 0x{content[fault.start]:02x} makes no letter",
            "save it again with the encoding UTF-8",
        )


def split(text: str, place: Place) -> Split | Diagnostic:
    """Return a file's front matter and body, or what is wrong with them."""
    if not text.strip():
        return error("E102", Place(place.path, 1, 1), "this file is empty", HOW_TO_BEGIN)
    opening = _FENCE.match(text)
    if not opening:
        return error("E103", Place(place.path, 1, 1), "this file has no front matter", HOW_TO_BEGIN)
    closing = _FENCE.search(text, opening.end())
    if not closing:
        return error(
            "E103",
            Place(place.path, 1, 1),
            "the front matter is not closed",
            "end it with a line of its own: ---",
        )
    block = text[opening.end() + 1 : closing.start()]
    fields = _parse(block, place)
    if isinstance(fields, Diagnostic):
        return fields
    return Split(fields, text[closing.end() + 1 :], text.count("\n", 0, closing.end()) + 2)


def _parse(block: str, place: Place) -> dict[str, Any] | Diagnostic:
    if hidden := _HIDDEN.search(block):
        line = block.count("\n", 0, hidden.start()) + 2
        column = hidden.start() - block.rfind("\n", 0, hidden.start())
        said = f"the front matter holds a sign that cannot be seen: U+{ord(hidden[0]):04X}"
        return error("E104", Place(place.path, line, column), said, "delete it")
    try:
        fields = loads(block) if block.strip() else {}
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


def _explain(block: str, place: Place, message: str) -> Diagnostic:
    hint = "put a value that holds “: ” or begins with a sign between quotation marks"
    try:
        doubled = _doubled_key(yaml.compose(block, yaml.CSafeLoader))
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (2, 1)
        return error("E104", Place(place.path, line, column), _said(block, line, fault.problem or message), hint)
    if doubled:
        key, line, column = doubled
        return error(
            "E104",
            Place(place.path, line, column),
            f"the key “{key}” is given twice",
            "keep one of the two lines",
        )
    found = re.search(r"line (\d+)(?:,? column (\d+))?", message)
    line, column = (int(found[1]) + 1, int(found[2] or 1)) if found else (2, 1)
    return error("E104", Place(place.path, line, column), _said(block, line, message.splitlines()[0]), hint)


def _said(block: str, line: int, problem: str) -> str:
    lines = block.split("\n")
    text = lines[line - 2].strip() if 0 <= line - 2 < len(lines) else ""
    near = f" at “{text}”" if text else ""
    return f"this front matter cannot be read{near}: {problem.splitlines()[0]}"


def _doubled_key(root: Any) -> tuple[str, int, int] | None:
    """Return the first key that a table gives twice, with its place. Each node is looked at once: aliases may multiply."""
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
                    return str(name), key.start_mark.line + 2, key.start_mark.column + 1
                seen.add(name)
                todo.append(value)
    return None


def find_field(text: str, field: Path) -> tuple[int, int] | None:
    """Return line and column of the value of a front matter key in a file's text, or of the longest part of it found."""
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end()) if opening else None
    if not opening or not closing:
        return None
    try:
        node = yaml.compose(text[opening.end() + 1 : closing.start()], yaml.CSafeLoader)
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
