"""Bodies: pieces of HTML with their slots filled from the page's input."""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from patrika.model.article import PHRASES, Hole, Slot
from patrika.model.media import Media, Picture
from patrika.plan.inputs import Text
from patrika.render.locale import Voice

_FIRST_PARAGRAPH = re.compile(r"<p(?: [^>]*)?>")
_FILE_TYPES = {
    "application/pdf": "PDF",
    "text/csv": "CSV",
    "application/zip": "ZIP",
    "application/epub+zip": "EPUB",
}
Href = Callable[[str], str]


def print_prose(text: Text, voice: Voice, href: Href, lead_in: Markup | str = "") -> Markup:
    """Return a body as HTML. `href` prints a path of the site; `lead_in` opens the first paragraph."""
    parts = [text.body.pieces[0]]
    for slot, piece in zip(text.body.slots, text.body.pieces[1:], strict=True):
        parts += [_fill(slot, text, voice, href), piece]
    html = "".join(parts)
    if lead_in:
        html = _FIRST_PARAGRAPH.sub(lambda found: found[0] + str(escape(lead_in)), html, count=1)
    return Markup(html)


def _fill(slot: Slot, text: Text, voice: Voice, href: Href) -> str:
    if slot.kind == "say":
        return escape(voice.say(PHRASES[slot.number]))
    if slot.kind == "number":
        return voice.number(slot.number)
    if slot.kind == "link":
        return _open(text.links[slot.number], href)
    if slot.kind == "end":
        return _close(text.links[slot.number], voice)
    hole = text.pictures[slot.number]
    if hole.picture is None:
        return ""
    return _figure(hole.picture, hole.css, href) if slot.kind == "figure" else _image(hole.picture, hole.css, href)


def _open(hole: Hole, href: Href) -> str:
    if not hole.path:
        return ""
    foreign = f' lang="{escape(hole.tag)}" hreflang="{escape(hole.tag)}"' if hole.tag else ""
    offered = hole.media
    kind = f' class="file" type="{escape(offered.type)}" download' if offered and not offered.width else ""
    return f'<a href="{href(hole.path)}"{foreign}{kind}>'


def _close(hole: Hole, voice: Voice) -> str:
    if not hole.path:
        return ""
    if hole.media and not hole.media.width:
        return f' <span class="file-type">({file_label(hole.media, voice)})</span></a>'
    return "</a>"


def file_label(media: Media, voice: Voice) -> str:
    """Return type and size of a file as readers are told them: PDF, 2 MB."""
    ending = media.path.rpartition(".")[2].upper()
    kibibytes = max(1, round(media.size / 1024))
    size = f"{voice.number(kibibytes)} KB" if kibibytes < 1024 else f"{voice.number(round(kibibytes / 1024))} MB"
    return f"<bdi>{escape(_FILE_TYPES.get(media.type, ending))}, {size}</bdi>"


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
