"""The typography of a text in Markdown, token by token: code, addresses, HTML and what is escaped stay as they are written."""

from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from patrika.model.language import Quotes
from patrika.read.typography import Stretch, Typography, may_change, typeset

TYPOGRAPHY = "typography"
"""Under which name a parser is told of it, with each text."""

_AS_WRITTEN = ("text_special", "code_inline")
_BREAKS = ("softbreak", "hardbreak")
_PICTURE = "\ufffc"
"""In place of a picture between words (Unicode, object replacement character)."""


def typography_rule(state: StateCore) -> None:
    """Set the words of a text; before markdown-it's rule `text_join`, which forgets what was escaped."""
    typography: Typography | None = state.env.get(TYPOGRAPHY)
    if not typography:
        return
    # Titles of pictures and links may be written elsewhere, under a label.
    labelled = bool(state.env.get("references"))
    around = list[tuple[int, Quotes]]()
    for token in state.tokens:
        if token.type == "inline":
            if labelled or may_change(token.content):
                quotes = around[-1][1] if around else typography.quotes
                _set_line(token.children or (), quotes, typography)
        elif token.attrs and token.nesting > 0 and "lang" in token.attrs:
            around.append((token.level, typography.quotes_of(str(token.attrs["lang"]))))
        elif around and token.nesting < 0 and token.level == around[-1][0]:
            around.pop()


def _set_line(tokens: Sequence[Token], quotes: Quotes, typography: Typography) -> None:
    """Set the words of a paragraph or heading whose language has certain marks."""
    spans, automatic = [quotes], False
    stretches = list[Stretch]()
    for token in tokens:
        if token.type == "text":
            stretches.append(Stretch(token.content, token.level, None if automatic else spans[-1]))
            continue
        stretches.append(Stretch(_shown(token), token.level, None))
        if token.type == "span_open":
            tag = token.attrGet("lang")
            spans.append(typography.quotes_of(str(tag)) if tag else spans[-1])
        elif token.type == "span_close":
            spans.pop()
        elif token.type in ("link_open", "link_close"):
            automatic = token.type == "link_open" and token.info == "auto"
            _set_title(token, spans[-1])
        elif token.type == "image":
            _set_title(token, spans[-1])
            _set_line(token.children or (), spans[-1], typography)
    for token, text in zip(tokens, typeset(stretches), strict=True):
        if token.type == "text":
            token.content = text


def _shown(token: Token) -> str:
    """Return what stands beside words where a token is."""
    if token.type in _AS_WRITTEN:
        return token.content
    is_break = token.type in _BREAKS or (token.type == "html_inline" and token.content.startswith("<br"))
    return "\n" if is_break else _PICTURE if token.type == "image" else ""


def _set_title(token: Token, quotes: Quotes) -> None:
    if token.attrs and "title" in token.attrs:
        token.attrs["title"] = Typography(quotes).typeset(str(token.attrs["title"]))
