"""Front matter: what stands between the first two fences of a file, `---` around YAML or `+++` around TOML."""

import re
from typing import Any

from msgspec import Struct

from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.read import toml_text, yaml_block
from patrika.read.decoding import Path
from patrika.read.yaml_block import HOW_TO_BEGIN

_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_FENCES = {mark: re.compile(rf"^{re.escape(mark)}[ \t]*$", re.MULTILINE) for mark in ("---", "+++")}


class Split(Struct, frozen=True):
    """A file taken apart. `line` is where the body begins, counted from 1."""

    fields: dict[str, Any]
    body: str
    line: int
    mark: str = "---"
    """The fences: `---` around YAML, `+++` around TOML."""

    def line_of(self, key: str) -> str:
        """Return how a key is written, and where: for hints."""
        return f"{key}: …  below the first ---" if self.mark == "---" else f"{key} = …  below the first +++"


class Block(Struct, frozen=True):
    """The text between fences, where it begins, and where the closing fence ends."""

    mark: str
    text: str
    start: int
    end: int

    @property
    def stop(self) -> int:
        """Return where the closing fence begins."""
        return self.start + len(self.text)


def split(text: str, place: Place) -> Split | Diagnostic:
    """Return a file's front matter and body, or what is wrong with them."""
    if not text.strip():
        return error("E102", Place(place.path, 1, 1), "this file is empty", HOW_TO_BEGIN)
    block = block_of(text)
    if block is None:
        mark = next((mark for mark, fence in _FENCES.items() if fence.match(text)), "")
        said = "the front matter is not closed" if mark else "this file has no front matter"
        hint = f"end it with a line of its own: {mark}" if mark else HOW_TO_BEGIN
        return error("E103", Place(place.path, 1, 1), said, hint)
    if hidden := _HIDDEN.search(block.text):
        line = block.text.count("\n", 0, hidden.start()) + 2
        column = hidden.start() - block.text.rfind("\n", 0, hidden.start())
        said = f"the front matter holds a sign that cannot be seen: U+{ord(hidden[0]):04X}"
        return error("E104", Place(place.path, line, column), said, "delete it")
    fields = (toml_text if block.mark == "+++" else yaml_block).parse(block.text, place)
    if isinstance(fields, Diagnostic):
        return fields
    return Split(fields, text[block.end + 1 :], text.count("\n", 0, block.end) + 2, block.mark)


def find_field(text: str, field: Path) -> tuple[int, int] | None:
    """Return line and column of the value of a front matter key in a file's text, or of the longest part of it found."""
    block = block_of(text)
    if block is None:
        return None
    if block.mark == "---":
        return yaml_block.find(block.text, field)
    found = toml_text.find_key(block.text, field)
    return (found[0] + 1, found[1]) if found else None


def block_of(text: str) -> Block | None:
    """Return what stands between the fences, None where there are not two of a kind."""
    for mark, fence in _FENCES.items():
        opening = fence.match(text)
        closing = fence.search(text, opening.end()) if opening else None
        if opening and closing:
            start = opening.end() + 1
            return Block(mark, text[start : closing.start()], start, closing.end())
    return None
