"""Raw HTML in Markdown, where a site allows some tags: each tag cleaned alone, and all of them held against each other.

Links, pictures and frames are not among the tags that can be allowed: an address in a stored body would be neither checked nor
right under another base path.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from html import escape, unescape
from typing import Any

from markdown_it.token import Token

from patrika.read.allowable import INLINE

_VOID = frozenset({"br", "col", "hr", "wbr"})
_ANYWHERE = frozenset({"class", "dir", "lang", "title"})
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "data": frozenset({"value"}),
    "del": frozenset({"datetime"}),
    "details": frozenset({"open", "name"}),
    "ins": frozenset({"datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
_PIECE = re.compile(r"""<!--.*?(?:-->|\Z)|<(/?)([A-Za-z][A-Za-z0-9-]*)((?:"[^"]*"|'[^']*'|[^<>"'])*)>""", re.DOTALL)

_OTHER = re.compile(r"<[!?/A-Za-z]")
"""What else a browser could take for the beginning of a tag."""


def cleaned(markup: str, allowed: Collection[str], *, within: bool) -> str | None:
    """Return a piece of HTML with harmless attributes alone and without comments, or None where it has a tag that is not allowed,
    or, `within` a line of text, one that cannot stand there."""
    parts, words, end = list[str](), list[str](), 0
    for found in _PIECE.finditer(markup):
        words.append(markup[end : found.start()])
        parts.append(escape(unescape(words[-1]), quote=False))
        end = found.end()
        if name := (found[2] or "").lower():
            if name not in allowed or (within and name not in INLINE):
                return None
            parts.append(f"</{name}>" if found[1] else f"<{name}{_attributes(name, found[3])}>")
    words.append(markup[end:])
    parts.append(escape(unescape(words[-1]), quote=False))
    return None if any(map(_OTHER.search, words)) else "".join(parts)


@cache
def _cleaner(name: str) -> Any:
    import nh3

    # A cell alone would be dropped as no part of a table, so all are cleaned as if they were spans.
    return nh3.Cleaner(tags={"span"}, attributes={"span": set(_ANYWHERE | _ATTRIBUTES.get(name, frozenset()))})


def _attributes(name: str, written: str) -> str:
    if not written.strip(" /"):
        return ""
    clean = str(_cleaner(name).clean(f"<span {written.rstrip('/')}>"))
    return clean.removeprefix("<span").removesuffix("></span>")


def astray(tokens: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    """Yield tags that are not closed where they were opened, or close nothing, each with the token that it stands in."""
    open_: list[tuple[Token, str]] = []
    for token in tokens:
        if token.children:
            yield from astray(token.children)
        if token.type in ("html_block", "html_inline"):
            yield from _matched(token, open_)
        elif token.nesting == 1 or token.type == "block_open":
            open_.append((token, ""))
        elif token.nesting == -1 or token.type == "block_close":
            while open_ and open_[-1][1]:
                yield open_.pop()
            if open_:
                open_.pop()
    yield from (it for it in open_ if it[1])


def _matched(token: Token, open_: list[tuple[Token, str]]) -> Iterator[tuple[Token, str]]:
    for found in _PIECE.finditer(token.content):
        name = (found[2] or "").lower()
        if not name or name in _VOID:
            continue
        if not found[1]:
            open_.append((token, name))
        elif open_ and open_[-1][1] == name:
            open_.pop()
        else:
            yield token, f"/{name}"
