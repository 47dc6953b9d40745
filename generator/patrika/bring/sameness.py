"""Whether two pieces of HTML say the same: their words, and all tags and attributes that mean something.

What is only looks (classes, styles, sizes, wrappers) does not count, nor how white space and quotation marks are written.
"""

import re
from collections.abc import Collection
from urllib.parse import unquote

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from patrika.read.text import nfc

_NAMES = {"b": "strong", "i": "em", "s": "del", "strike": "del"}
_INLINE = ("em", "strong", "del", "a", "span", "code")
_THROUGH = frozenset({"[document]", "span", "font", "a", "picture", "tbody", "thead", "tfoot", "nobr", "wbr"})
"""Tags that mean nothing without an attribute that does."""

_WRAPPERS = frozenset({"p", "div", "section", "article", "main", "figure", "center", "header", "footer"})
"""Tags that only say where a paragraph ends."""

_BLOCKS = frozenset(
    {"ul", "ol", "li", "blockquote", "pre", "table", "tr", "td", "th", "hr", "dl", "dt", "dd", "details", "figcaption"}
)
PARAGRAPHS = _WRAPPERS | _BLOCKS
_HEADING = re.compile(r"h[1-6]")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_END = "\x03"
_OUT = re.compile(rf" (\x01/(?:{'|'.join(_INLINE)})\x02)")
_IN = re.compile(rf"(\x01(?:{'|'.join(_INLINE)})(?:\x06[^\x02]*)?\x02) ")
_EMPTY = re.compile(rf"\x01({'|'.join(_INLINE)})(?:\x06[^\x02]*)?\x02\x01/\1\x02")
_AROUND_END = re.compile(r"(?:[ \xa0]|\x01br\x02)*\x03(?:[ \xa0\x03]|\x01br\x02)*")
_AROUND_BREAK = re.compile(r" ?(\x01br\x02) ?")


def meaning(soup: BeautifulSoup, ids: Collection[str] = ()) -> str:
    """Return what HTML says in one form for all ways to say it. Of `ids` it matters where they stand.

    Raises RecursionError where tags are nested too deep.
    """
    levels = [int(tag.name[1]) for tag in soup.find_all(_HEADING)]
    parts: list[str] = [_END]
    _walk(soup, parts, 2 - min(levels, default=2), frozenset(ids), is_code=False)
    text = _SPACE.sub(" ", nfc("".join([*parts, _END])).translate(_QUOTES))
    before = ""
    while before != text:
        before = text
        text = _SPACE.sub(" ", _EMPTY.sub("", _IN.sub(r" \1", _OUT.sub(r"\1 ", text))))
    return _AROUND_BREAK.sub(r"\1", _AROUND_END.sub(_END, text))


def first_difference(one: str, other: str) -> str:
    """Return the name of the first tag that only one of two meanings has, or the words around the first difference."""
    tags, others = (re.findall(r"\x01([a-z0-9-]+)", text) for text in (one, other))
    if odd := next((tag for tag in tags if tags.count(tag) != others.count(tag)), ""):
        return f"<{odd}>"
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return " ".join(re.sub(r"[\x00-\x1f]", " ", one[max(0, at - 20) : at + 20]).split())


def _walk(node: Tag, parts: list[str], shift: int, ids: frozenset[str], is_code: bool) -> None:
    for child in node.children:
        if isinstance(child, Tag):
            _tag(child, parts, shift, ids, is_code)
        elif _is_text(child):
            text = _CONTROLS.sub("", str(child))
            parts.append(text.strip("\n").replace(" ", "\x04").replace("\n", "\x05") if is_code else text)


def _is_text(node: PageElement) -> bool:
    return isinstance(node, NavigableString) and not isinstance(node, PreformattedString)


def _tag(tag: Tag, parts: list[str], shift: int, ids: frozenset[str], is_code: bool) -> None:
    name = _NAMES.get(tag.name, tag.name)
    if _HEADING.fullmatch(name):
        name = f"h{min(6, int(name[1]) + shift)}"
    is_block = name in _BLOCKS or _HEADING.fullmatch(name) is not None
    signs = _signs(tag, ids)
    silent = (not signs and (name in _THROUGH or name in _WRAPPERS)) or (name == "code" and is_code)
    around = _END if is_block or name in _WRAPPERS else ""
    parts.append(around if silent else f"{around}\x01{name}{signs}\x02{around}")
    _walk(tag, parts, shift, ids, is_code or name == "pre")
    if name not in ("img", "br", "hr"):
        parts.append(around if silent else f"{around}\x01/{name}\x02{around}")


def _signs(tag: Tag, ids: frozenset[str]) -> str:
    """Return the attributes of a tag that mean something."""
    wanted = {"a": ("href", "title"), "img": ("src", "alt", "data-caption"), "span": ("lang",), "ol": ("start",)}
    names = wanted.get(tag.name, ("colspan", "rowspan") if tag.name in ("td", "th") else ())
    values = [(name, " ".join(str(tag.get(name, "")).split())) for name in names]
    found = [f"{name}={unquote(value)}" for name, value in values if value and (name, value) not in _USUAL]
    if str(tag.get("id", "")) in ids:
        found.append(f"id={tag['id']}")
    return "".join(f"\x06{sign}".replace(" ", "\x04") for sign in found)


_USUAL = {("start", "1"), ("colspan", "1"), ("rowspan", "1")}
