"""HTML that somebody else wrote: sanitised, and taken apart into the tokens that the same text in Markdown would give."""

from collections.abc import Iterator
from html.parser import HTMLParser

from markdown_it.token import Token

from patrika.model.diagnostics import Diagnostic, Place, warning
from patrika.read.text import cut

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CONTAINERS = ("article", "aside", "div", "figure", "footer", "header", "main", "section")
"""Of these nothing is left but that what they hold stands apart."""

LISTS_AND_TABLES = ("blockquote", "dl", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul")
OF_WORDS = ("caption", "dd", "dt", "li", "p", "td", "th", *HEADINGS)
"""Blocks that hold words; in all others words are put into paragraphs."""

INLINE = (
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span",
    "strong", "sub", "sup", "time", "u", "var",
)  # fmt: skip
VOID = ("br", "hr", "img")
KEPT = frozenset((*CONTAINERS, *LISTS_AND_TABLES, *OF_WORDS, *INLINE, *VOID, "figcaption", "pre"))
DRESS = frozenset(("body", "center", "font", "big", "colgroup", "col", "head", "html", "nobr", "strike", "tt", "wbr"))
"""Left out without a word, since nothing is lost of what they hold."""

ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "time": {"datetime"},
    **{heading: {"id"} for heading in HEADINGS},
}
SCHEMES = {"http", "https", "mailto", "tel"}
_ADDRESSES = {"a": "href", "img": "src"}
_TYPES = {"p": "paragraph", **dict.fromkeys(HEADINGS, "heading"), "a": "link"}
"""Tokens that have a rendering of their own, by tag."""


def tokens_of(html: str) -> list[Token]:
    """Return HTML as tokens, with nothing in them but what KEPT and ATTRIBUTES allow, well formed."""
    # Loaded here, since few sites have such texts.
    import nh3

    clean = nh3.clean(html, set(KEPT), attributes=ATTRIBUTES, strip_comments=False, link_rel=None, url_schemes=SCHEMES)
    walk = _Walk([0, html.count("\n") + 1])
    walk.feed(clean)
    walk.close()
    walk.end_line()
    return walk.tokens


def left_out(html: str, place: Place) -> Iterator[Diagnostic]:
    """Yield a warning for each tag that is left out with what it would have shown, and for each address that is none.
    `place.line` is the first line's."""
    search = _Search()
    search.feed(html)
    for shown, row, column in search.found:
        said = f"“{shown}” cannot stand in a text and is left out"
        hint = "remove it, or put a link or a file in its place"
        yield warning("W122", Place(place.path, place.line + row - 1, column + 1), said, hint)


class _Search(HTMLParser):
    """Finds what is not kept."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, int, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a tag that is not kept, or whose address is not."""
        if tag not in KEPT and tag not in DRESS:
            self.found.append((f"<{tag}>", *self.getpos()))
        elif address := dict(attrs).get(_ADDRESSES.get(tag, "")):
            scheme, colon, rest = address.strip().partition(":")
            if colon and "/" not in scheme and scheme.lower() not in SCHEMES:
                self.found.append((cut(f"{scheme}:{rest}", 40), *self.getpos()))


class _Walk(HTMLParser):
    """Goes through well-formed HTML and gathers tokens: `line` is the run of words that is being gathered."""

    def __init__(self, rows: list[int]) -> None:
        super().__init__()
        self.tokens: list[Token] = []
        self.rows = rows
        self.blocks: list[str] = []
        self.line: list[Token] = []
        self.around: list[tuple[str, dict[str, str | int | float]]] = []
        """Tags around the present words, outermost first."""
        self.said = 0
        """How many of them stand in the line: the others wait for words."""
        self.within: list[str] = []
        """A caption or code and the tags in it, which do not count."""
        self.apart: list[str] = []
        """The text of it."""
        self.more = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block or a run of words in a tag."""
        given: dict[str, str | int | float] = {name: value or "" for name, value in attrs}
        if self.within or tag in ("figcaption", "pre"):
            self.within += [tag] if tag not in VOID else []
        elif tag == "br":
            self._put(Token("hardbreak", "br", 0))
        elif tag == "img" and not given.get("src"):
            return
        elif tag == "img":
            alt = Token("text", "", 0, content=str(given.pop("alt", "")))
            self._put(Token("image", "img", 0, attrs=given, children=[alt]))
        elif tag in INLINE:
            # No link can stand in another; a table in a link lets one in all the same.
            if tag == "a" and (not given.get("href") or any(name == "a" for name, _ in self.around)):
                given.pop("href", None)
                tag = "span"
            if tag == "code":
                given.setdefault("dir", "ltr")
            self.around.append((tag, given))
        else:
            self.end_line()
            if tag == "hr":
                self.tokens.append(Token("hr", "hr", 0, block=True))
            elif tag not in CONTAINERS:
                level = len(self.blocks)
                self.tokens.append(Token(f"{_type(tag)}_open", tag, 1, attrs=given, level=level, block=True))
                self.blocks.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what the tag began."""
        if self.within:
            if tag not in VOID:
                self.within.pop()
            if not self.within:
                self._set_apart(tag)
        elif tag in INLINE:
            self._leave()
        elif tag not in VOID:
            self.end_line()
            if tag not in CONTAINERS:
                self._close(tag)

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self.within:
            self.apart.append(data)
        elif self.line or data.strip():
            self._put(Token("text", "", 0, content=data if self.line else data.lstrip()))

    def handle_comment(self, data: str) -> None:
        """Take note of where the excerpt ends; other comments are left out."""
        if data.strip() == "more":
            self.more = True
            if not self.blocks:
                self.end_line()

    def end_line(self) -> None:
        """Make an inline token of the words so far, in a paragraph where no block of words is around them."""
        for tag, _ in reversed(self.around[: self.said]):
            self.line.append(_closing(tag))
        self.said = 0
        if self.line and self.line[-1].type == "text":
            self.line[-1].content = self.line[-1].content.rstrip()
        if any(token.type == "image" or token.content.strip() for token in self.line):
            inline = Token("inline", "", 0, map=self.rows, children=self.line, level=len(self.blocks) + 1)
            if self.blocks and self.blocks[-1] in OF_WORDS:
                self.tokens.append(inline)
            else:
                level = len(self.blocks)
                opening = Token("paragraph_open", "p", 1, level=level, block=True)
                self.tokens += [opening, inline, Token("paragraph_close", "p", -1, level=level, block=True)]
        self.line = []
        if self.more and not self.blocks:
            self.more = False
            self.tokens.append(Token("html_block", "", 0, content="<!--more-->", block=True))

    def _put(self, token: Token) -> None:
        for tag, attrs in self.around[self.said :]:
            self.line.append(Token(f"{_type(tag)}_open", tag, 1, attrs=dict(attrs)))
        self.said = len(self.around)
        self.line.append(token)

    def _leave(self) -> None:
        """Leave the innermost tag around words."""
        tag, _ = self.around.pop()
        if self.said > len(self.around):
            self.said = len(self.around)
            self.line.append(_closing(tag))

    def _close(self, tag: str) -> None:
        self.blocks.pop()
        if self.tokens[-1].type == "paragraph_open":
            self.tokens.pop()  # A paragraph of nothing.
        else:
            self.tokens.append(Token(f"{_type(tag)}_close", tag, -1, level=len(self.blocks), block=True))
        self.end_line()

    def _set_apart(self, tag: str) -> None:
        """Make a block of code of the text apart; or give it to the picture before it, or let it be words of its own."""
        text, self.apart = "".join(self.apart), []
        picture = next((token for token in reversed(self.line) if token.type == "image"), None)
        if tag == "figcaption" and picture:
            picture.attrSet("title", " ".join(text.split()))
            return
        self.end_line()
        if tag == "pre":
            self.tokens.append(Token("code_block", "code", 0, content=text, block=True))
        else:
            self.handle_data(text)
            self.end_line()


def _type(tag: str) -> str:
    return _TYPES.get(tag, tag)


def _closing(tag: str) -> Token:
    return Token(f"{_type(tag)}_close", tag, -1)
