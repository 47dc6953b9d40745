"""The HTML of a body: markdown-it's own renderer, with marks for slots and no presentation of its own."""

import re
from collections.abc import Sequence
from typing import Any, cast
from unicodedata import category

from markdown_it.common.utils import escapeHtml, unescapeAll
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from patrika.model.article import PHRASES, Body, Slot, SlotKind
from patrika.read.tongues import directions_in

# NUL cannot occur in Markdown (CommonMark 2.3 replaces it), so it can mark a slot in the rendered text.
_MARK = re.compile("\x00([a-z]+) ([0-9]+)\x00")
_ALIGN = re.compile(r"text-align:\s*(left|center|right)")

FOOTNOTE_RULES = (
    "footnote_ref", "footnote_block_open", "footnote_block_close", "footnote_open", "footnote_close", "footnote_anchor",
)  # fmt: skip
"""Rules that the footnote plugin sets on a renderer and that give way to ours."""


def _mark(kind: SlotKind, number: int) -> str:
    return f"\x00{kind} {number}\x00"


def _say(phrase: str) -> str:
    return _mark("say", PHRASES.index(phrase))


def pieces_of(html: str) -> Body:
    """Return rendered text cut at its marks."""
    parts = _MARK.split(html)
    slots = [Slot(cast(SlotKind, kind), int(number)) for kind, number in zip(parts[1::3], parts[2::3], strict=True)]
    return Body(tuple(parts[::3]), tuple(slots))


class BodyRenderer(RendererHTML):
    """Renders tokens numbered by `markdown.render_markdown`."""

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return a slot for a link within the site, or the tag of one that leads out of it."""
        number = tokens[idx].meta.get("number")
        if number is None:
            return self.renderToken(tokens, idx, options, env)
        return _mark("link", number) + _tongue(tokens[idx])

    def link_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the end of whatever kind of link was opened last."""
        opening = next(token for token in reversed(tokens[:idx]) if token.type == "link_open")
        number = opening.meta.get("number")
        if number is None:
            return "</a>"
        return ("</span>" if _tongue(opening) else "") + _mark("end", number)

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return a slot: a figure where the picture is a paragraph of its own, else the picture alone."""
        return _mark("figure" if tokens[idx].meta.get("alone") else "image", tokens[idx].meta["number"])

    def block_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the slot that a block begins with."""
        return _mark("block", tokens[idx].meta["number"])

    def block_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the slot that a block ends with."""
        return _mark("close", tokens[idx].meta["number"])

    def block_whole(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return a block around a link to what it shows, for themes and sites that do not show it."""
        url, number = escapeHtml(tokens[idx].content), tokens[idx].meta["number"]
        return f'{_mark("block", number)}<p><a href="{url}">{url}</a></p>\n{_mark("close", number)}'

    def block_fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return nothing for a fence that has no partner, which is told as a fault."""
        return ""

    def paragraph_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return nothing around a picture or a block that stands alone, since neither may be in a paragraph."""
        children = [t for t in tokens[idx + 1].children or () if not (t.type == "text" and not t.content.strip())]
        alone = [child.type for child in children] == ["image"]
        if alone:
            children[0].meta["alone"] = True
        alone = alone or tokens[idx + 1].type == "block_whole"
        tokens[idx].meta["alone"] = alone
        return "" if alone else self.renderToken(tokens, idx, options, env)

    def paragraph_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the end of what `paragraph_open` began."""
        # A paragraph is three tokens: its start, its text and its end.
        return "\n" if tokens[idx - 2].meta.get("alone") else self.renderToken(tokens, idx, options, env)

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return a region that can be scrolled by keyboard, named for those who do not see it."""
        return f'<div class="table" role="region" tabindex="0" aria-label="{_say("Table")}"><table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the end of the table and its region."""
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return a column's head, aligned by class."""
        return f'<th scope="col"{_alignment(tokens[idx])}{_spans(tokens[idx])}>{_bdi(tokens, idx + 1)}'

    def th_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the end of a column's head."""
        return f"{_bdi(tokens, idx - 1, '/')}</th>\n"

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return a cell, aligned by class."""
        return f"<td{_alignment(tokens[idx])}{_spans(tokens[idx])}>{_bdi(tokens, idx + 1)}"

    def td_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the end of a cell."""
        return f"{_bdi(tokens, idx - 1, '/')}</td>\n"

    def code_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return code within a line, which is always read from left to right."""
        return f'<code dir="ltr">{escapeHtml(tokens[idx].content)}</code>'

    def pre(self, content: str, language: str) -> str:
        """Return a block of code, which is always read from left to right."""
        named = f' class="language-{escapeHtml(language)}"' if language else ""
        return f'<pre dir="ltr" tabindex="0"><code{named}>{escapeHtml(content)}</code></pre>\n'

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return a fenced block of code."""
        return self.pre(tokens[idx].content, "".join(unescapeAll(tokens[idx].info).split(maxsplit=1)[:1]))

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return an indented block of code."""
        return self.pre(tokens[idx].content, "")

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the number that leads to a note (DPUB-ARIA doc-noteref)."""
        number, again = _note(tokens[idx])
        return (
            f'<sup class="footnote-ref"><a href="#fn-{number}" id="fnref-{number}{again}" role="doc-noteref">'
            f"{_mark('number', number)}</a></sup>"
        )

    def footnote_block_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the start of the notes (DPUB-ARIA doc-endnotes)."""
        return f'<section class="footnotes" role="doc-endnotes" aria-label="{_say("Footnotes")}"><ol>\n'

    def footnote_block_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the end of the notes."""
        return "</ol></section>\n"

    def footnote_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the start of a note."""
        return f'<li id="fn-{_note(tokens[idx])[0]}">'

    def footnote_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the end of a note."""
        return "</li>\n"

    def footnote_anchor(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return the way back from a note to its place in the text (DPUB-ARIA doc-backlink)."""
        number, again = _note(tokens[idx])
        return (
            f' <a href="#fnref-{number}{again}" role="doc-backlink" aria-label="{_say("Back to the text")}">↩\ufe0e</a>'
        )


def _tongue(link: Token) -> str:
    """Return what says the language of a link's words, which they keep where they stand without a link."""
    said = ((name, link.attrGet(name)) for name in ("lang", "dir"))
    attributes = "".join(f' {name}="{escapeHtml(str(value))}"' for name, value in said if value)
    return f"<span{attributes}>" if attributes else ""


def _alignment(token: Token) -> str:
    found = _ALIGN.search(str(token.attrGet("style") or ""))
    return f' class="align-{found[1]}"' if found else ""


def _spans(token: Token) -> str:
    """Return over how many columns and rows a cell goes; cells of Markdown go over one."""
    spans = ((name, token.attrGet(name)) for name in ("colspan", "rowspan"))
    return "".join(f' {name}="{count}"' for name, count in spans if str(count).isdecimal())


def _bdi(tokens: Sequence[Token], idx: int, end: str = "") -> str:
    """Return a tag around the words of a cell that begin or end with a sign, which would go to the other end where the page
    runs the other way than they do: `-5`, `C++`. Words of both directions run as the page."""
    inline, around = tokens[idx], (tokens[idx - 1].type, tokens[idx + 1].type)
    if inline.type != "inline" or around not in (("td_open", "td_close"), ("th_open", "th_close")):
        return ""
    text = "".join(it.content for it in inline.children or () if it.type == "text").strip()
    is_plain = not text or all(category(letter)[0] in "LMN" for letter in (text[0], text[-1]))
    return "" if is_plain or len(directions_in(text)) > 1 else f"<{end}bdi>"


def _note(token: Token) -> tuple[int, str]:
    meta: dict[str, Any] = token.meta
    again = meta.get("subId", 0)
    return meta["id"] + 1, f"-{again + 1}" if again > 0 else ""
