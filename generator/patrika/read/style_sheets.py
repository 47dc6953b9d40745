"""Style sheets read: comments and needless space left out, addresses of other files found.

Nothing else is changed, neither order nor spelling of rules, so that what a browser makes of a sheet stays the same, however
new its grammar is. Only tokens (CSS Syntax 3) tell an address from `content: "url(x)"`, and `.a :hover` from `color : red`.
"""

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from tinycss2 import parse_component_value_list
from tinycss2.serializer import BAD_PAIRS, serialize_identifier, serialize_string_value, serialize_url

from patrika.model.style_sheet import DATA, Sheet, SheetFault, SheetLink, SheetLoad, Use

_BRACKETS = {"() block": ("(", ")"), "[] block": ("[", "]"), "{} block": ("{", "}"), "function": ("(", ")")}
_ELSEWHERE = re.compile(r"(?:https?:)?//([^/?#]+)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_OF_ADDRESSES = ("url", "src", "image-set", "-webkit-image-set")
"""Functions in which texts in quotes are addresses."""
_FAULTS = {
    "bad-string": "this text in quotes does not end on its line",
    "bad-url": "this address has spaces, quotes or brackets, and is not in quotes",
    "eof-in-url": "this address has no end",
}
_DEEP = "more brackets lie in each other than can be read"
_NO_RULE = "this “;” ends nothing, and browsers pass over the rule after it"
_OPEN = "this has no end"

Nodes = Sequence[Any]
"""Tokens, and blocks of tokens, as tinycss2 has them."""


class _Sort(Struct, frozen=True):
    """What sort of tokens is being written."""

    use: Use | None
    """What addresses among them are taken for; None where they are but names."""
    is_own: bool = False
    """Whether they are the value of an own property, in which scripts and style queries can see all space."""
    is_late: bool = False
    are_addresses: bool = False
    """Whether texts in quotes among them are addresses, too."""


def read_sheet(text: str) -> Sheet:
    """Return a style sheet: `text` is a file of CSS, whole in itself."""
    writer = _Writer()
    # An end too many, which tells whether all else has its end.
    nodes = parse_component_value_list(text + "\n}")
    last = nodes.pop()
    if last.type != "error":
        writer.faults.append(SheetFault(_OPEN, last.source_line, last.source_column))
    if last.type != "error" or last.kind != "}":
        nodes.append(last)
    try:
        _write_contents(nodes, writer, "image", is_top=True)
    except RecursionError:
        return Sheet(faults=(SheetFault(_DEEP, 1, 1),))
    return writer.sheet()


class _Writer:
    """A sheet being written: text, and links between its stretches."""

    def __init__(self) -> None:
        self.parts: list[str | SheetLink] = []
        self.loads: list[SheetLoad] = []
        self.faults: list[SheetFault] = []
        self.has_rules = False

    def put(self, text: str) -> None:
        self.parts.append(text)

    def close(self, end: str) -> None:
        """End a block: no semicolon is needed before it."""
        if self.parts[-1] == ";":
            self.parts.pop()
        self.put(end)

    def sheet(self) -> Sheet:
        pieces, links = [""], []
        for part in self.parts:
            if isinstance(part, SheetLink):
                links.append(part)
                pieces.append("")
            else:
                pieces[-1] += part
        return Sheet(tuple(pieces), tuple(links), tuple(self.loads), tuple(self.faults), self.has_rules)


def _write_contents(nodes: Nodes, writer: _Writer, use: Use, is_top: bool = False) -> None:
    """Write rules and declarations (CSS Syntax 3, 5.5.4): what has a colon after its first word is a declaration if it ends
    with a semicolon, and a rule if it ends with a block; but an own property has all up to the semicolon."""
    start = 0
    while start < len(nodes):
        node = nodes[start]
        if node.type == "whitespace" or (node.type == "comment" and not (is_top and node.value.startswith("!"))):
            start += 1
        elif node.type == "comment":
            writer.put(node.serialize())
            start += 1
        elif node == ";" and not is_top:
            if writer.parts[-1] not in ("{", ";"):
                writer.put(";")
            start += 1
        else:
            end = _end_of_item(nodes, start, is_top)
            _write_item(nodes[start:end], writer, use, is_top)
            start = end


def _end_of_item(nodes: Nodes, start: int, is_top: bool) -> int:
    """Return the place after a rule, or that of the semicolon after a declaration."""
    ends_with_blocks = is_top or not _is_own_property(nodes, start)
    ends_with_semicolons = not is_top or nodes[start].type == "at-keyword"
    for place in range(start, len(nodes)):
        if nodes[place].type == "{} block" and ends_with_blocks:
            return place + 1
        if nodes[place] == ";" and ends_with_semicolons:
            return place + 1 if is_top else place
    return len(nodes)


def _is_own_property(nodes: Nodes, start: int) -> bool:
    return nodes[start].type == "ident" and nodes[start].value.startswith("--") and _colon(nodes, start) is not None


def _colon(nodes: Nodes, start: int) -> int | None:
    """Return the place of the colon after a declaration's name, None where there is none."""
    for place in range(start + 1, len(nodes)):
        if nodes[place].type not in ("whitespace", "comment"):
            return place if nodes[place] == ":" else None
    return None


def _write_item(item: Nodes, writer: _Writer, use: Use, is_top: bool) -> None:
    first, last = item[0], item[-1]
    own = not is_top and _is_own_property(item, 0)
    block = last if last.type == "{} block" and not own else None
    head = item[:-1] if block or (is_top and last == ";") else item
    if first.type == "at-keyword":
        _write_at_rule(head, block, writer, use, is_top)
    elif block:
        writer.has_rules = True
        if is_top and first == ";":
            writer.faults.append(SheetFault(_NO_RULE, first.source_line, first.source_column))
        _write_tokens(head, writer, _Sort(use))
        _write_block(block, writer, use)
    elif not is_top and (colon := _colon(item, 0)) is not None:
        writer.put(first.serialize() + ":")
        value = _trimmed(item[colon + 1 :])
        _write_tokens(value, writer, _Sort(use, is_own=own))
        if own and not value:
            writer.put(" ")  # What older browsers read as empty, and not as wrong.
    elif not is_top:
        _write_tokens(head, writer, _Sort(use))
    else:
        # Browsers make nothing of it, and what is joined after it must not be taken for its end.
        writer.faults += [_fault(node) for node in head if node.type == "error"]


def _write_at_rule(head: Nodes, block: Any | None, writer: _Writer, use: Use, is_top: bool) -> None:
    name = head[0].lower_value
    if name == "charset":
        return  # All is UTF-8; and it is heeded at the beginning of a file only.
    prelude = _trimmed(head[1:])
    writer.put(head[0].serialize())
    if prelude:
        writer.put(" ")
    if name == "import":
        _write_import(prelude, writer, is_late=writer.has_rules or not is_top)
    else:
        _write_tokens(prelude, writer, _Sort(None if name == "namespace" else use))
    if block:
        _write_block(block, writer, "font" if name == "font-face" else use)
    elif is_top:
        writer.put(";")
    writer.has_rules = writer.has_rules or not (name == "import" or (name == "layer" and not block))


def _write_import(prelude: Nodes, writer: _Writer, is_late: bool) -> None:
    sort = _Sort("style", is_late=is_late)
    if prelude and prelude[0].type == "string":
        _write_address(prelude[0], writer, sort)
        prelude = prelude[1:]
        writer.put(" " if prelude else "")
    _write_tokens(prelude, writer, sort)


def _write_block(block: Any, writer: _Writer, use: Use) -> None:
    writer.put("{")
    _write_contents(block.content, writer, use)
    writer.close("}")


def _write_tokens(nodes: Nodes, writer: _Writer, sort: _Sort) -> None:
    """Write tokens without needless space."""
    before: Any = None
    has_space = has_comment = False
    for node in nodes if sort.is_own else _trimmed(nodes):
        if node.type == "whitespace":
            has_space = True
        elif node.type == "comment":
            has_comment = True
        else:
            if has_space and (sort.is_own or _needs_space(before, node)):
                writer.put(" ")
            elif not has_space and before and _would_be_one(before, node, has_comment):
                writer.put("/**/")
            _write_token(node, writer, sort)
            before, has_space, has_comment = node, False, False
    if has_space and sort.is_own:
        writer.put(" ")


def _write_token(node: Any, writer: _Writer, sort: _Sort) -> None:
    if node.type in _BRACKETS:
        _write_bracket(node, writer, sort)
    elif node.type == "url" or (node.type == "string" and sort.are_addresses):
        _write_address(node, writer, sort)
    elif node == "\\":
        writer.put("\\\n")  # It escapes nothing, and only the end of its line says so.
    else:
        writer.put(node.serialize())
        if node.type == "error":
            writer.faults.append(_fault(node))


def _write_bracket(node: Any, writer: _Writer, sort: _Sort) -> None:
    is_function = node.type == "function"
    name, inner = (node.lower_name, node.arguments) if is_function else ("", node.content)
    words = _trimmed(inner)
    if name == "url" and len(words) == 1 and words[0].type == "string":
        _write_address(words[0], writer, sort, is_bare=True)
        return
    start, end = _BRACKETS[node.type]
    writer.put((serialize_identifier(node.name) if is_function else "") + start)
    _write_tokens(inner, writer, replace(sort, are_addresses=name in _OF_ADDRESSES))
    writer.put(end)


def _fault(node: Any) -> SheetFault:
    said = _FAULTS.get(node.kind, f"this “{node.kind}” closes nothing")
    return SheetFault(said, node.source_line, node.source_column)


def _write_address(node: Any, writer: _Writer, sort: _Sort, is_bare: bool = False) -> None:
    use, address, bare = sort.use, node.value.strip(), is_bare or node.type == "url"
    before, after = ("url(", ")") if bare else ('"', '"')
    elsewhere = _ELSEWHERE.match(address)
    if use and elsewhere:
        writer.loads.append(SheetLoad(f"https://{elsewhere[1].lower()}", use, node.source_line))
    elif use and address[: len(DATA)].lower() == DATA:
        writer.loads.append(SheetLoad(DATA, use, node.source_line))
    if not use or not address or address[0] in "#/" or _SCHEME.match(address):
        writer.put(before + (serialize_url(address) if bare else serialize_string_value(address)) + after)
        return
    writer.put(before)
    writer.parts.append(SheetLink(address, use, node.source_line, node.source_column, sort.is_late))
    writer.put(after)


def _needs_space(before: Any, after: Any) -> bool:
    """Return whether two tokens must stay apart that have space between them: next to commas and `>` none is needed, nor before
    `!important`."""
    if before is None:
        return False
    left, right = _sign(before), _sign(after)
    if left in (",", ">") and right != "=":
        return False
    if right in (",", ">"):
        return _is_mark(before, after)
    return right != "!" or bool(left)


def _would_be_one(before: Any, after: Any, are_apart: bool) -> bool:
    """Return whether two tokens with nothing between them would be others (CSS Syntax 3, 9). `are_apart` says that a comment
    stands between them: then two signs are two (`||`)."""
    is_pair = (_kind(before), _kind(after)) in BAD_PAIRS
    return is_pair or _is_mark(before, after) or (are_apart and before.type == after.type == "literal")


def _is_mark(before: Any, after: Any) -> bool:
    """Return whether two tokens would be `-->`."""
    return bool(_sign(after) == ">" and before.type == "ident" and before.value == "--")


def _sign(node: Any) -> str:
    return node.value if node.type == "literal" else ""


def _kind(node: Any) -> str:
    """Return what the table of tokens that may not meet calls one."""
    return "" if node is None else node.value if node.type == "literal" else node.type


def _trimmed(nodes: Nodes) -> Nodes:
    start, end = 0, len(nodes)
    while start < end and nodes[start].type in ("whitespace", "comment"):
        start += 1
    while start < end and nodes[end - 1].type in ("whitespace", "comment"):
        end -= 1
    return nodes[start:end]
