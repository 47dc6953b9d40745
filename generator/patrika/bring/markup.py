"""HTML as Markdown, where that loses nothing: what was made of it is read again and must say the same."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from html import escape
from itertools import zip_longest
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PageElement, Tag
from markdownify import BACKSLASH, MarkdownConverter
from msgspec import Struct

from patrika.bring.cargo import Form
from patrika.bring.sameness import PARAGRAPHS, first_difference, meaning
from patrika.model.diagnostics import Place
from patrika.read.markdown import render_markdown
from patrika.read.text import nfc

Address = Callable[[str, bool], str]
"""What becomes of an address, and whether it is that of a picture."""

_PLAYERS = (
    (re.compile(r"(?:https?:)?//(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]+)(?:\?[^\s]*)?"), "https://www.youtube.com/watch?v={}"),
    (re.compile(r"(?:https?:)?//player\.vimeo\.com/video/(\d+)(?:\?[^\s]*)?"), "https://vimeo.com/{}"),
)  # fmt: skip
_HEADING = re.compile(r"h[1-6]")
_URL = re.compile(r"https?://[^\s<>\"]+")
_HOLE = "\ue000{}\ue001"
_HOLES = re.compile("\ue000([0-9]+)\ue001")
_OF_WORD = re.compile(r"<!\[(?:if|endif)[^>]*>|[\ue000\ue001]")
_NO_COMMENT = re.compile(r"<(?=!(?!--)|\?)")
"""Declarations, which no text has: the parser refuses some of them."""

_MARKS = re.compile(r"([\\`*\[\]<]|(?<!\w)_|_(?!\w)|~~|&(?=#?\w+;))")
_LINE_STARTS = re.compile(r"^(\s*)(?=[-+=~>#:{|]|---)", re.MULTILINE)
_NUMBERS = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)", re.MULTILINE)
_ODD = str.maketrans({" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\n": ""})


class Converted(Struct, frozen=True):
    """A body in the form in which it loses nothing, and what Markdown could not say where that is HTML."""

    form: Form
    body: str
    lost: str = ""


def converted(html: str, address: Address = lambda url, _: url) -> Converted:
    """Return HTML as Markdown, or as HTML where Markdown cannot say it, with each address as `address` gives it."""
    try:
        soup = _parsed(html)
        _prepare(soup, address)
        kept = str(soup)
        blocks = list(_taken_out(soup))
        ids = _ids(soup)
        markdown = _written(soup)
        said, wanted = meaning(_read_again(markdown), ids), meaning(soup, ids)
    except RecursionError:
        return Converted("html", html, "tags within tags, hundreds deep")
    if said != wanted:
        return Converted("html", kept, first_difference(wanted, said))
    return Converted("md", _HOLES.sub(lambda hole: blocks[int(hole[1])], markdown))


def plain(html: str) -> str:
    """Return the words of HTML on one line."""
    return " ".join((_parsed(html).get_text(" ") if "<" in html or "&" in html else html).split())


def _parsed(html: str) -> BeautifulSoup:
    html = _NO_COMMENT.sub("&lt;", _OF_WORD.sub("", html))
    # Words without a tag may look like an address, of which the parser would warn.
    return BeautifulSoup(html if "<" in html else f"{html}<!---->", "html.parser")


def _prepare(soup: BeautifulSoup, address: Address) -> None:
    """Bring HTML into the shape that bodies have here, as Markdown or not."""
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        if str(comment).strip() == "more" or str(comment).strip().startswith("more "):
            comment.replace_with(Comment("more"))
        else:
            comment.extract()
    for tag in soup.find_all(["script", "style"]):
        if tag.name == "style":
            tag.decompose()
    for tag in soup.find_all(True):
        for name in ("srcset", "sizes", "loading", "decoding", "fetchpriority"):
            if name in tag.attrs:
                del tag[name]
        for name in ("href", "src", "poster"):
            if tag.get(name):
                tag[name] = address(str(tag[name]).strip(), name != "href")
    _shape_pictures(soup)
    _shape_embeds(soup)
    for pause in soup.find_all("br"):
        if not _goes_on(pause.next_siblings) or not _goes_on(pause.previous_siblings):
            pause.decompose()
    for tag in soup.select("blockquote cite"):
        tag.name = "p"
    for tag in soup.find_all("a"):
        if not tag.get("href") and not tag.get_text(strip=True) and not tag.find(True) and not tag.get("id"):
            tag.decompose()


def _goes_on(siblings: Iterable[PageElement]) -> bool:
    """Return whether words follow on one side of a line break, within its paragraph."""
    near = next((it for it in siblings if isinstance(it, Tag) or str(it).strip()), None)
    return near is not None and not (isinstance(near, Tag) and near.name in PARAGRAPHS)


def _shape_pictures(soup: BeautifulSoup) -> None:
    """Unwrap pictures from links to themselves."""
    for picture in soup.find_all("img"):
        link = picture.parent
        is_alone = link and link.name == "a" and len(link.find_all(True)) == 1 and not link.get_text(strip=True)
        if link and is_alone and _file_of(str(link.get("href", ""))) == _file_of(str(picture.get("src", ""))):
            link.unwrap()


def _is_in(soup: BeautifulSoup, tag: Tag) -> bool:
    """Return whether a tag is part of the text still: what lay in one that was emptied is not."""
    return any(outer is soup for outer in tag.parents)


def _file_of(address: str) -> str:
    return re.sub(r"-\d+x\d+(?=\.\w+$)", "", address)


def _shape_embeds(soup: BeautifulSoup) -> None:
    """Bring players into the form of an embed: their page's address alone in a paragraph."""
    for frame in soup.find_all("iframe"):
        source = str(frame.get("src", ""))
        page = next((form.format(found[1]) for player, form in _PLAYERS if (found := player.fullmatch(source))), "")
        if page and _is_in(soup, frame) and not frame.get_text(strip=True):
            frame.name, frame.attrs = "p", {"class": "embed"}
            frame.string = page
            if frame.parent and frame.parent.name == "p" and len(frame.parent.get_text(strip=True)) == len(page):
                frame.parent.unwrap()
    for tag in soup.find_all(["figure", "p"]):
        text = tag.get_text(" ", strip=True)
        if _URL.fullmatch(text) and not tag.find(["img", "figcaption", "a"]) and _is_in(soup, tag):
            tag.clear()
            tag.name, tag.attrs = "p", {"class": "embed"}
            tag.string = text


def _taken_out(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the Markdown of what is a block of its own, and leave a paragraph with its number in its place."""
    number = 0
    for text in soup.find_all(string=lambda text: isinstance(text, Comment)):
        yield "<!--more-->"
        number = _leave_hole(soup, text, number)
    for tag in soup.select("p.embed"):
        yield tag.get_text(strip=True)
        number = _leave_hole(soup, tag, number)
    for tag in soup.select("figure.wp-block-gallery, div.gallery, ul.wp-block-gallery"):
        if _is_in(soup, tag) and (gallery := _gallery(tag)):
            yield gallery
            number = _leave_hole(soup, tag, number)


def _leave_hole(soup: BeautifulSoup, node: Tag | NavigableString, number: int) -> int:
    hole = soup.new_tag("p")
    hole.string = _HOLE.format(number)
    node.replace_with(hole)
    outer = hole.parent
    if outer and outer.name == "p" and len(outer.get_text(strip=True)) == len(hole.get_text()):
        outer.unwrap()
    return number + 1


def _gallery(tag: Tag) -> str:
    """Return a gallery as a block, empty where it holds more than pictures and plain captions."""
    pictures = [_picture(picture, _caption_of(picture)) for picture in tag.find_all("img")]
    captions = tag.find_all("figcaption")
    own = next((caption for caption in captions if caption.parent is tag), None)
    if any(caption.find(True) for caption in captions) or tag.find(["video", "iframe"]):
        return ""
    said = f' caption="{_quoted(own)}"' if own else ""
    return "\n".join([f"::: gallery{said}", *pictures, ":::"])


def _quoted(tag: Tag) -> str:
    return " ".join(tag.get_text().split()).replace('"', "”")


def _caption_of(picture: Tag) -> str:
    figure = picture.find_parent("figure")
    caption = figure.find("figcaption") if figure and len(figure.find_all("img")) == 1 else None
    return " ".join(caption.get_text().split()) if isinstance(caption, Tag) and not caption.find(True) else ""


def _picture(picture: Tag, caption: str) -> str:
    alt = re.sub(r"([\\\[\]`*_<])", r"\\\1", " ".join(str(picture.get("alt", "")).split()))
    title = f' "{_escaped_title(caption)}"' if caption else ""
    return f"![{alt}]({str(picture.get('src', '')).translate(_ODD)}{title})"


def _escaped_title(text: str) -> str:
    return re.sub(r'([\\"`*_<])', r"\\\1", text).replace("&", "&amp;")


def _ids(soup: BeautifulSoup) -> frozenset[str]:
    """Return the ids that matter: those of headings, and those that the text itself links to."""
    links = {str(link["href"])[1:] for link in soup.select('a[href^="#"]')}
    headings = {str(tag["id"]) for tag in soup.find_all(_HEADING) if tag.get("id")}
    return frozenset(links | headings)


def _written(soup: BeautifulSoup) -> str:
    for picture in soup.find_all("img"):
        caption = _caption_of(picture)
        figure = picture.find_parent("figure")
        if caption and figure and isinstance(found := figure.find("figcaption"), Tag):
            picture["data-caption"] = caption
            found.decompose()
    for heading in soup.find_all(_HEADING):
        if heading.get("id"):
            heading.insert_before(soup.new_tag("heading-id", attrs={"of": str(heading["id"])}))
    text: str = _converter().convert_soup(soup)
    for mark in soup.find_all("heading-id"):
        mark.decompose()
    lines = (line.rstrip() if not line.endswith("\\") else line for line in nfc(text).split("\n"))
    together = re.sub(r"^(\{#.+\})\n+(?=#)", r"\1\n", "\n".join(lines), flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", together).strip("\n")


class _Converter(MarkdownConverter):
    """The library's, with marks escaped only where they would mean something, and what our Markdown has besides."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        text = _MARKS.sub(r"\\\1", text)
        if not parent_tags.isdisjoint(("td", "th")):
            text = text.replace("|", "\\|")
        return _NUMBERS.sub(r"\1\\\2", _LINE_STARTS.sub(r"\1\\", text))

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return _picture(el, str(el.get("data-caption", "")))

    def convert_figure(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n{text.strip()}\n\n"

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        href, inner = str(el.get("href", "")), text.strip()
        if not href or not inner or "_noformat" in parent_tags:
            return text
        if inner.replace("\\", "") == href and _URL.fullmatch(href) and not el.get("title"):
            return f"<{href}>"
        lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        title = f' "{_escaped_title(str(el["title"]))}"' if el.get("title") else ""
        return f"{lead}[{inner}]({href.translate(_ODD)}{title}){tail}"

    def convert_span(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        lang = str(el.get("lang", ""))
        return f"[{text.strip()}]{{lang={lang}}}" if re.fullmatch(r"[A-Za-z-]+", lang) and text.strip() else text

    def convert_heading_id(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n{{#{el['of']}}}\n\n"


@cache
def _converter() -> Any:
    return _Converter(heading_style="atx", bullets="-", newline_style=BACKSLASH, code_language_callback=_language)


def _language(pre: Tag) -> str:
    """Return the language of a listing, from the classes that highlighters go by."""
    inner = pre.find("code")
    tags = (pre, inner) if isinstance(inner, Tag) else (pre,)
    classes = " ".join(str(name) for tag in tags for name in tag.get_attribute_list("class"))
    found = re.search(r"\b(?:language-|brush: ?)([\w+-]+)", classes)
    return found[1] if found else ""


def _read_again(markdown: str) -> BeautifulSoup:
    """Return what a reader would be shown of a Markdown text, with addresses in the place of slots."""
    rendered = render_markdown(markdown, Place(""), typography=None, excerpt=False)
    prose, html = rendered.prose, list[str]()
    for piece, slot in zip_longest(rendered.body.pieces, rendered.body.slots):
        html.append(piece)
        if slot and slot.kind == "link":
            link = prose.links[slot.number]
            target = f"{link.target}#{link.fragment}" if link.fragment else link.target
            html.append(f'<a href="{escape(target)}">')
        elif slot and slot.kind == "end":
            html.append("</a>")
        elif slot and slot.kind in ("figure", "image"):
            picture = prose.pictures[slot.number]
            caption = f' data-caption="{escape(picture.caption)}"' if picture.caption and slot.kind == "figure" else ""
            img = f'<img src="{escape(picture.target)}" alt="{escape(picture.alt)}"{caption}>'
            html.append(f"<p>{img}</p>" if slot.kind == "figure" else img)
    if rendered.faults and any(fault.severity == "error" for fault in rendered.faults):
        html.append("<raw></raw>")
    return BeautifulSoup("".join(html), "html.parser")
