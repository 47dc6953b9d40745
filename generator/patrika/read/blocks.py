"""Blocks in Markdown: `::: name key="value"` to `:::`, with more colons around those that hold others.

A fence is a token of its own, and what lies between two is parsed as if they were not there. So a fence in a list or in
code is what CommonMark makes of it, and no block can swallow the rest of a text: fences are paired afterwards.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from msgspec import Struct

from patrika.model.blocks import BodyBlock, Content, WrittenAttribute
from patrika.model.diagnostics import Diagnostic, Place, error
from patrika.read.text import cut
from patrika.read.typography import Typography

FENCE = "block_fence"
WHOLE = "block_whole"
"""A token that is a block by itself."""

DEEPEST = 20
"""Blocks that may be open at once; a fence more has no partner."""

_FENCE = re.compile(r"(:{3,})[ \t]*(.*)")
_NAME = re.compile(r"[A-Za-z][\w-]*")
_ATTRIBUTE = re.compile(r"""[ \t]+([A-Za-z][\w-]*)=(?:"((?:[^"\\]|\\.)*)"|((?!['‘’„«])[^\s"“”]+))""")
_ESCAPED = re.compile(r'\\(["\\])')


class Blocks(Struct, frozen=True):
    """The blocks of a text, by the numbers of their slots, and what is wrong with its fences."""

    found: tuple[BodyBlock, ...]
    faults: tuple[Diagnostic, ...]


def block_plugin(parser: MarkdownIt) -> None:
    """Teach a parser what a fence is. Any paragraph ends before one."""
    parser.block.ruler.before("fence", FENCE, _fence, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _fence(state: StateBlock, start_line: int, _: int, silent: bool) -> bool:
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith(":::", start) or state.is_code_block(start_line):
        return False
    if not silent:
        token = state.push(FENCE, "", 0)
        token.map = [start_line, start_line + 1]
        token.content = state.src[start : state.eMarks[start_line]].rstrip()
        token.meta = {"column": start - state.src.rfind("\n", 0, start)}
        state.line = start_line + 1
    return True


def embed(token: Token, url: str, line: int, column: int) -> None:
    """Make a token the block that shows what is at an address of a provider."""
    token.type, token.content, token.children = WHOLE, url, None
    written = WrittenAttribute("url", url, column)
    token.meta["block"] = BodyBlock("embed", (written,), line, column, "none", pasted=True)


def pair(tokens: Sequence[Token], place: Place, typography: Typography | None) -> Blocks:
    """Return the blocks of a text whose pictures have their numbers; their tokens become slots. `place.line` is the line on
    which the text begins."""
    pairs, alone = _pairs(tokens)
    pairs |= {at: at for at, token in enumerate(tokens) if token.type == WHOLE}
    found, faults = [], [_alone(tokens[at], place) for at in alone]
    for number, (start, end) in enumerate(sorted(pairs.items())):
        if start == end:
            tokens[start].meta["number"] = number
            found.append(tokens[start].meta["block"])
            continue
        block, wrong = _read(tokens[start], tokens[start + 1 : end], place, typography)
        found.append(block)
        faults += wrong
        for at, kind in ((start, "block_open"), (end, "block_close")):
            tokens[at].type = kind
            tokens[at].meta["number"] = number
        for token in tokens[start + 1 : end]:
            token.level += 1
    return Blocks(tuple(found), tuple(faults))


def _pairs(tokens: Sequence[Token]) -> tuple[dict[int, int], list[int]]:
    """Return the places of the fences that end blocks by those that begin them, and of those that have no partner."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    alone: list[int] = []
    for at, token in enumerate(tokens):
        if token.type != FENCE:
            continue
        if _parts(token)[1]:
            (waiting if len(waiting) < DEEPEST else alone).append(at)
            continue
        same = [n for n, other in enumerate(waiting) if _closes(token, tokens[other])]
        if not same:
            alone.append(at)
            continue
        pairs[waiting[same[-1]]] = at
        alone += waiting[same[-1] + 1 :]
        del waiting[same[-1] :]
    return pairs, sorted([*alone, *waiting])


def _parts(fence: Token) -> tuple[str, str]:
    """Return a fence's colons, and what stands behind them."""
    found = _FENCE.match(fence.content)
    assert found
    return found[1], found[2]


def _closes(fence: Token, opening: Token) -> bool:
    return fence.level == opening.level and _parts(fence)[0] == _parts(opening)[0]


def _place(fence: Token, place: Place, offset: int = 0) -> Place:
    assert fence.map
    return Place(place.path, place.line + fence.map[0], fence.meta["column"] + offset)


def _alone(fence: Token, place: Place) -> Diagnostic:
    colons, rest = _parts(fence)
    colons = colons[:40]
    fence.content = ""
    if rest:
        said, hint = f"the block “{cut(rest, 40)}” is not closed", f"end it with a line  {colons}"
    else:
        said, hint = f"“{colons}” closes nothing", f"a block begins with a line  {colons} name, with as many colons"
    return error("E127", _place(fence, place), said, hint)


def _read(
    fence: Token, inside: Sequence[Token], place: Place, typography: Typography | None
) -> tuple[BodyBlock, list[Diagnostic]]:
    colons, rest = _parts(fence)
    begin = len(fence.content) - len(rest)
    name, faults = _NAME.match(rest), list[Diagnostic]()
    end = name.end() if name else 0
    attributes: dict[str, WrittenAttribute] = {}
    while found := _ATTRIBUTE.match(rest, end):
        value = found[3] if found[2] is None else _ESCAPED.sub(r"\1", found[2])
        column = fence.meta["column"] + begin + found.start(1)
        if found[1] in attributes:
            said = f"the attribute “{found[1]}” is given twice"
            faults.append(
                error("E123", Place(place.path, _place(fence, place).line, column), said, "keep one of the two")
            )
        printed = typography.typeset(value) if typography else value
        attributes[found[1]] = WrittenAttribute(found[1], value, column, printed if printed != value else "")
        end = found.end()
    if rest[end:].strip() or not name:
        at = begin + end + len(rest[end:]) - len(rest[end:].lstrip())
        said = f"“{cut(rest[end:].strip(), 40)}” is not how a block is begun"
        faults.append(error("E123", _place(fence, place, at), said, f'write  {colons} name key="value"'))
    block = BodyBlock(
        name=name[0] if name and not faults else "",
        attributes=tuple(attributes.values()),
        line=_place(fence, place).line,
        column=fence.meta["column"],
        holds=_held(inside),
        pictures=tuple(child.meta["number"] for child in _children(inside) if child.type == "image"),
    )
    return block, faults


def _held(tokens: Sequence[Token]) -> Content:
    """Return what lies between two fences."""
    blocks = {"paragraph_open", "paragraph_close", "inline"}
    kinds = {child.type for child in _children(tokens) if child.type != "text" or child.content.strip()}
    if any(token.type not in blocks for token in tokens) or kinds - {"image", "softbreak", "hardbreak"}:
        return "text"
    return "pictures" if "image" in kinds else "none"


def _children(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()
