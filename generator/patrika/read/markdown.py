"""Markdown to a body of pieces and slots, and to all that checks and lists need to know of it."""

from itertools import pairwise
from typing import Any
from urllib.parse import unquote

from markdown_it.token import Token
from msgspec import Struct
from msgspec.structs import replace

from patrika.model.article import Body, BodyLink, BodyPicture, Prose
from patrika.model.diagnostics import Diagnostic, Place, did_you_mean, error, warning
from patrika.model.encoding import digest
from patrika.model.site import PLAIN_MARKDOWN, MarkdownRules
from patrika.read import allowed_html, blocks, embeds
from patrika.read.body_html import pieces_of
from patrika.read.grammar import news_markdown
from patrika.read.raw_html import left_out, tokens_of
from patrika.read.text import count_words, cut, key_of, nfc
from patrika.read.tongues import TAG, direction_of
from patrika.read.typesetting import TYPOGRAPHY
from patrika.read.typography import PLAIN_TYPOGRAPHY, Typography

EXCERPT_GRAPHEMES = 200
MORE = "<!--more-->"
TAKEN_IDS = ("main",)
"""Ids that pages have of their own and that no heading may take."""

NO_BLOCKS = blocks.Blocks((), ())


class Rendered(Struct, frozen=True):
    """A Markdown text, rendered once: its body, what it holds, and what is wrong with it."""

    body: Body
    prose: Prose
    faults: tuple[Diagnostic, ...] = ()


def render_markdown(
    text: str,
    place: Place,
    site_url: str = "",
    rules: MarkdownRules = PLAIN_MARKDOWN,
    *,
    typography: Typography | None = PLAIN_TYPOGRAPHY,
    excerpt: bool = True,
) -> Rendered:
    """Return a body rendered from Markdown in NFC.

    `place.line` is the line on which `text` begins. Headings begin at h2. Links to other stories, to paths of the site
    and to its own URL become slots; raw HTML that `rules` do not allow is an error at its line. Without a `typography` all
    words stay as they are written. An excerpt is made only where one is wanted, since it costs as much as a tenth of the
    rest.
    """
    env: dict[str, Any] = {TYPOGRAPHY: typography}
    tokens = news_markdown(rules.breaks).parse(text, env)
    return _rendered(tokens, env, _Reading(text, place, site_url, rules.html), rules, excerpt)


def render_html(text: str, place: Place, site_url: str = "", *, excerpt: bool = True) -> Rendered:
    """Return a body rendered from HTML in NFC, as the same text in Markdown would be; what cannot stand in it is left out
    with a warning."""
    made = _rendered(tokens_of(text), {}, _Reading(text, place, site_url), PLAIN_MARKDOWN, excerpt)
    return replace(made, faults=(*made.faults, *left_out(text, place)))


def _rendered(
    tokens: list[Token], env: dict[str, Any], reading: "_Reading", rules: MarkdownRules, excerpt: bool
) -> Rendered:
    parser = news_markdown(rules.breaks)
    for token in tokens:
        reading.look_at(token)
    reading.look_further(tokens)
    fenced = blocks.pair(tokens, reading.place, env.get(TYPOGRAPHY)) if reading.fenced else NO_BLOCKS
    if reading.raw:
        reading.check_tags(tokens)
    _shift_headings(tokens)
    anchors = _set_anchors(tokens)
    reading.check_own(anchors, env)
    body = pieces_of(parser.renderer.render(tokens, parser.options, env))
    prose = Prose(
        body=digest(body),
        words=count_words("\n".join([_text_of(token) for token in tokens if token.type == "inline"])),
        excerpt=_excerpt(tokens) if excerpt else "",
        links=tuple(reading.links),
        pictures=tuple(reading.pictures),
        anchors=anchors,
        blocks=fenced.found,
    )
    return Rendered(body, prose, (*reading.faults, *fenced.faults))


class _Reading:
    """One walk over a text's tokens, in order: numbers its internal links and pictures and finds raw HTML."""

    def __init__(self, text: str, place: Place, site_url: str, html: tuple[str, ...] = ()) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.place = place
        self.site_url = site_url
        self.html = html
        self.raw = False
        """Whether raw HTML was taken."""
        self.links: list[BodyLink] = []
        self.pictures: list[BodyPicture] = []
        self.own: list[tuple[str, int, int]] = []
        self.faults: list[Diagnostic] = []
        self.cursor = (0, 0)
        self.end = 0
        self.fenced = False
        """Whether there is a fence, or something of another site, and so perhaps a block."""

    def look_at(self, token: Token) -> None:
        """Take note of a block token and of what its line of text holds."""
        if token.map:
            self.end = token.map[1]
            if not token.map[0] <= self.cursor[0] < token.map[1]:
                self.cursor = (token.map[0], 0)
        if token.type == "html_block":
            self._refuse_html(token)
        for child in token.children or ():
            if child.type == "html_inline":
                self._refuse_html(child)
            elif child.type == "link_open":
                self._number_link(child)
            elif child.type == "image":
                self._number_picture(child)

    def look_further(self, tokens: list[Token]) -> None:
        """Take note of what few texts hold, and so only where one could: fences, things of other sites, other languages."""
        self.fenced = self.fenced or ":::" in self.text
        if "http" in self.text:
            for opening, token in pairwise(tokens):
                if opening.type == "paragraph_open" and token.content.startswith(("http", "<http")):
                    self._find_embed(token)
        if "lang" in self.text:
            for token in tokens:
                for it in (token, *(token.children or ())):
                    if it.attrs and "lang" in it.attrs:
                        self._set_direction(it, token)

    def _go_to(self, token: Token) -> None:
        if token.map:
            self.cursor, self.end = (token.map[0], 0), token.map[1]

    def _set_direction(self, token: Token, around: Token) -> None:
        """Give words of another language the direction that it is written in."""
        tag = token.attrGet("lang")
        if TAG.fullmatch(str(tag)):
            token.attrSet("dir", token.attrGet("dir") or direction_of(str(tag)))
            return
        self._go_to(around)
        place = Place(self.place.path, *self._find(f"lang={tag}", f'lang="{tag}"'))
        said = f"“{tag}” is not a language tag (BCP 47)"
        self.faults.append(warning("W126", place, said, "write it as ur, bn-BD or sr-Latn"))

    def _find_embed(self, token: Token) -> None:
        url = token.content.removeprefix("<").removesuffix(">")
        if embeds.embed_of(url):
            self._go_to(token)
            blocks.embed(token, url, *self._find(url))
            self.fenced = True

    def _refuse_html(self, token: Token) -> None:
        markup = token.content.strip()
        if self.html and not markup.startswith("<!--"):
            clean = allowed_html.cleaned(token.content, self.html, within=token.type == "html_inline")
            if clean is not None:
                token.content, self.raw = clean, True
                token.meta["place"] = self._find(markup.split("\n")[0])
                return
        if token.type == "html_block":
            url, foreign = embeds.pasted(markup)
            if url:
                blocks.embed(token, url, *self._find(markup.split("\n")[0]))
                self.fenced = True
                return
            if foreign:
                self._refuse_frame(token, markup, foreign)
                return
        token.content = ""
        if markup.startswith("<!--"):
            token.meta["more"] = markup.replace(" ", "") == MORE
            return
        line, column = self._find(markup.split("\n")[0])
        self.faults.append(
            error(
                "E120",
                Place(self.place.path, line, column),
                f"raw HTML is off: “{cut(markup.split(chr(10))[0], 60)}”",
                "write it in Markdown, or put a backslash before < where the sign itself is meant",
            )
        )

    def check_tags(self, tokens: list[Token]) -> None:
        """Take note of tags that are not closed where they were opened."""
        for token, tag in allowed_html.astray(tokens):
            said = f"“<{tag}>” closes nothing here" if tag.startswith("/") else f"“<{tag}>” is not closed"
            hint = "close each tag in the paragraph, list or block that it was opened in"
            self.faults.append(error("E125", Place(self.place.path, *token.meta["place"]), said, hint))

    def _refuse_frame(self, token: Token, markup: str, address: str) -> None:
        token.content = ""
        line, column = self._find(markup.split("\n")[0])
        if embeds.embed_of(address):
            said = f"this iframe stands with other things in one paragraph: “{cut(address, 60)}”"
            hint = "part them by empty lines"
        else:
            said = f"this iframe is of no site that is known here: “{cut(address, 60)}”"
            hint = f"write a link to it; known are {embeds.NAMES}"
        self.faults.append(error("E124", Place(self.place.path, line, column), said, hint))

    def _number_link(self, token: Token) -> None:
        href = str(token.attrGet("href") or "")
        target = self._internal(href)
        if href.startswith("#"):
            self.own.append((_unquoted(href[1:]), *self._find(href)))
        if target is None:
            return
        token.meta["number"] = len(self.links)
        path, _, fragment = target.partition("#")
        line, column = self._find(href, path)
        written = "" if href.startswith(path) else _unquoted(href)
        title = str(token.attrGet("title") or "")
        self.links.append(BodyLink(_unquoted(path), _unquoted(fragment), line, column, written, title))

    def check_own(self, anchors: tuple[str, ...], env: dict[str, Any]) -> None:
        """Take note of links to headings of this text that it has not, and of notes that nothing refers to."""
        for fragment, line, column in self.own:
            if fragment not in anchors:
                hint = did_you_mean(fragment, anchors, "link to a heading by its words, small and with hyphens")
                place = Place(self.place.path, line, column)
                self.faults.append(warning("W304", place, f"this text has no heading “{fragment}”", hint))
        for label, number in env.get("footnotes", {}).get("refs", {}).items():
            if number < 0:
                written = f"[^{label[1:]}]"
                row = next((n for n, text in enumerate(self.lines) if text.lstrip().startswith(written + ":")), 0)
                place = Place(self.place.path, self.place.line + row, 1)
                said = f"nothing refers to the note “{written}”, so it is not printed"
                self.faults.append(warning("W121", place, said, f"write {written} where the note belongs"))

    def _internal(self, href: str) -> str | None:
        if self.site_url and (href + "/").startswith(self.site_url + "/"):
            return href[len(self.site_url) :] or "/"
        if href.startswith("#") or href.startswith("//") or ":" in href.split("/")[0].split("#")[0]:
            return None
        return href

    def _number_picture(self, token: Token) -> None:
        source = str(token.attrGet("src") or "")
        token.meta["number"] = len(self.pictures)
        line, column = self._find(source)
        caption = str(token.attrGet("title") or "")
        css = str(token.attrGet("class") or "")
        self.pictures.append(BodyPicture(_unquoted(source), _alt_of(token), caption, line, column, css))

    def _find(self, *wanted: str) -> tuple[int, int]:
        """Return line and column of the next of the wanted texts after the last found, within the present block."""
        row, start = self.cursor
        for number in range(row, min(max(self.end, row + 1), len(self.lines))):
            begin = start if number == row else 0
            for text in wanted:
                for form in (text, _unquoted(text)):
                    at = self.lines[number].find(form, begin) if form else -1
                    if at >= 0:
                        self.cursor = (number, at + len(form))
                        return self.place.line + number, at + 1
        return self.place.line + row, 1


def _unquoted(href: str) -> str:
    return nfc(unquote(href))


def _shift_headings(tokens: list[Token]) -> None:
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    shift = 2 - min(levels) if levels else 0
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + shift)}"


def _set_anchors(tokens: list[Token]) -> tuple[str, ...]:
    """Give each heading an id that keeps combining marks, and return the ids in order."""
    anchors: dict[str, None] = dict.fromkeys(TAKEN_IDS)
    for opening, inline in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        wanted = str(opening.attrGet("id") or "") or key_of(_text_of(inline)) or "section"
        anchor, number = wanted, 1
        while anchor in anchors:
            number += 1
            anchor = f"{wanted}-{number}"
        anchors[anchor] = None
        opening.attrSet("id", anchor)
    return tuple(anchors)[len(TAKEN_IDS) :]


def _text_of(inline: Token) -> str:
    return "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in inline.children or ()
        if child.type in ("text", "code_inline", "softbreak", "hardbreak")
    )


def _alt_of(picture: Token) -> str:
    """Return the words for a picture, with those for pictures within them (CommonMark 6.4)."""
    children = [
        Token("text", "", 0, content=_alt_of(it)) if it.type == "image" else it for it in picture.children or ()
    ]
    return _text_of(Token("inline", "", 0, children=children))


def _excerpt(tokens: list[Token]) -> str:
    """Return the text before the more mark, else the first paragraph, cut to its length."""
    more = next((n for n, token in enumerate(tokens) if token.type == "html_block" and token.meta.get("more")), None)
    paragraphs = [
        _text_of(inline)
        for opening, inline in pairwise(tokens[:more])
        if opening.type == "paragraph_open" and opening.level == 0 and _text_of(inline).strip()
    ]
    text = " ".join(paragraphs) if more is not None else next(iter(paragraphs), "")
    return cut(" ".join(text.split()), EXCERPT_GRAPHEMES)
