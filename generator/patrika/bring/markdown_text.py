"""Addresses within Markdown, outside of code: each given to a function, and what that returns put in its place."""

import re
from collections.abc import Callable, Iterator

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?:.(?!\1))*.?\1")
_TARGET = re.compile(
    r"(!\[[^\]\n]*\]\(|\]\(|^ {0,3}\[[^\]\n^][^\]\n]*\]: +)(<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)", re.MULTILINE
)

Address = Callable[[str, bool], str]
"""What becomes of an address, and whether it is that of a picture."""


def rewritten(body: str, address: Address) -> str:
    """Return a Markdown text with each address as `address` gives it."""

    def change(found: "re.Match[str]") -> str:
        written = found[2].removeprefix("<").removesuffix(">")
        if not written:
            return found[0]
        new = address(written, found[1].startswith("!"))
        return found[1] + (f"<{new}>" if re.search(r"[\s()]", new) else new)

    return "".join(part if is_code else _TARGET.sub(change, part) for part, is_code in parts(body))


def parts(body: str) -> Iterator[tuple[str, bool]]:
    """Yield a Markdown text in parts, and whether each is code."""
    for block, is_fenced in _blocks(body):
        if is_fenced:
            yield block, True
            continue
        end = 0
        for code in _CODE.finditer(block):
            yield block[end : code.start()], False
            yield code[0], True
            end = code.end()
        yield block[end:], False


def _blocks(body: str) -> Iterator[tuple[str, bool]]:
    lines, fence = list[str](), ""
    for line in body.splitlines(keepends=True):
        found = _FENCE.match(line)
        if not fence and found:
            yield "".join(lines), False
            lines, fence = [line], found[1]
        elif fence and found and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            yield "".join([*lines, line]), True
            lines, fence = [], ""
        else:
            lines.append(line)
    yield "".join(lines), bool(fence)
