"""Bodies: pieces of HTML with their slots filled from the page's input."""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from patrika.model.article import PHRASES, Hole, Slot
from patrika.model.blocks import Block
from patrika.model.media import Media, Picture
from patrika.plan.inputs import BlockInput, Text
from patrika.render.locale import Voice

_FIRST_PARAGRAPH = re.compile(r"<p(?: [^>]*)?>")
_NESTING = re.compile(
    r"<(?P<end>/?)(?P<within>blockquote|ul|ol|dl|table|div|section|aside|figure|details)[ >]|(?<=\n)<p[ >]"
)
LONG_ENOUGH = 4
"""Paragraphs, after the first, that a text must have for something to stand in its middle."""

_FILE_TYPES = {
    "application/pdf": "PDF",
    "text/csv": "CSV",
    "application/zip": "ZIP",
    "application/epub+zip": "EPUB",
}
Href = Callable[[str], str]
Show = Callable[[BlockInput], str]
"""Prints a block by its template."""


def print_prose(
    text: Text, voice: Voice, href: Href, show: Show, lead_in: Markup | str = "", middle: Markup | str = ""
) -> Markup:
    """Return a body as HTML. `href` prints a path of the site; `lead_in` opens the first paragraph outside of blocks;
    `middle` stands between two paragraphs of a text of some length."""
    pieces = _led_in(text, str(escape(lead_in))) if lead_in else text.body.pieces
    parts, around = [pieces[0]], list[list[str]]()
    for slot, piece in zip(text.body.slots, pieces[1:], strict=True):
        if slot.kind == "block":
            around.append(parts)
            parts = [piece]
        elif slot.kind == "close":
            shown = _block(text.filling.blocks[slot.number], "".join(parts), text, show)
            parts = around.pop()
            parts += [shown, piece]
        else:
            parts += [_fill(slot, text, voice, href), piece]
    html = "".join(parts)
    return Markup(_with_middle(html, str(escape(middle))) if middle else html)


def _led_in(text: Text, lead_in: str) -> list[str]:
    """Return the pieces of a body with words at the start of its first paragraph outside of blocks."""
    pieces, depth = list(text.body.pieces), 0
    for number, piece in enumerate(pieces):
        if depth == 0 and (found := _FIRST_PARAGRAPH.search(piece)):
            pieces[number] = piece[: found.end()] + lead_in + piece[found.end() :]
            break
        kind = text.body.slots[number].kind if number < len(text.body.slots) else ""
        depth += {"block": 1, "close": -1}.get(kind, 0)
    return pieces


def _block(block: Block, content: str, text: Text, show: Show) -> str:
    """Return a block as its template shows it; of one at fault, which only previews of drafts meet, the content."""
    if not block.name:
        return content
    holes = [text.filling.pictures[number] for number in block.pictures]
    pictures = tuple(hole.picture for hole in holes if hole.picture)
    return show(BlockInput(block.name, block.attributes, Markup(content), pictures))


def _with_middle(html: str, middle: str) -> str:
    """Return a body with something before the paragraph in its middle, as it is where that would be near an end."""
    depth, places = 0, []
    for found in _NESTING.finditer(html):
        if found["within"]:
            depth += -1 if found["end"] else 1
        elif depth == 0:
            places.append(found.start())
    if len(places) < LONG_ENOUGH:
        return html
    at = places[len(places) // 2]
    return html[:at] + middle + html[at:]


def _fill(slot: Slot, text: Text, voice: Voice, href: Href) -> str:
    if slot.kind == "say":
        return escape(voice.say(PHRASES[slot.number]))
    if slot.kind == "number":
        return voice.number(slot.number)
    if slot.kind == "link":
        return _open(text.filling.links[slot.number], href)
    if slot.kind == "end":
        return _close(text.filling.links[slot.number], voice)
    hole = text.filling.pictures[slot.number]
    if hole.picture is None:
        return ""
    return _figure(hole.picture, hole.css, href) if slot.kind == "figure" else _image(hole.picture, hole.css, href)


def _open(hole: Hole, href: Href) -> str:
    if not hole.path:
        return ""
    # Where it leads to is in another language, the words are the writer's own.
    foreign = f' hreflang="{escape(hole.tag)}"' if hole.tag else ""
    offered = hole.media
    kind = f' class="file" type="{escape(offered.type)}" download' if offered and not offered.width else ""
    title = f' title="{escape(hole.title)}"' if hole.title else ""
    return f'<a href="{href(hole.path)}"{title}{foreign}{kind}>'


def _close(hole: Hole, voice: Voice) -> str:
    if not hole.path:
        return ""
    if hole.media and not hole.media.width:
        return f' <span class="file-type">({file_label(hole.media, voice)})</span></a>'
    return "</a>"


def file_label(media: Media, voice: Voice) -> str:
    """Return type and size of a file as readers are told them: PDF, 2 MB."""
    ending = media.path.rpartition(".")[2].upper()
    return f"<bdi>{escape(_FILE_TYPES.get(media.type, ending))}, {escape(voice.size(media.size))}</bdi>"


def _class(*names: str) -> str:
    given = " ".join(name for name in names if name)
    return f' class="{escape(given)}"' if given else ""


def _image(picture: Picture, css: str, href: Href) -> str:
    media = picture.media
    return (
        f'<img{_class(css)} src="{href(media.url)}" alt="{escape(picture.alt)}" width="{media.width}"'
        f' height="{media.height}" loading="lazy" decoding="async">'
    )


def _figure(picture: Picture, css: str, href: Href) -> str:
    upright = "upright" if picture.media.height > picture.media.width else ""
    caption = f"<figcaption>{escape(picture.caption)}</figcaption>" if picture.caption else ""
    return f"<figure{_class(upright, css)}>{_image(picture, '', href)}{caption}</figure>"
