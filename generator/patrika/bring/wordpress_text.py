"""Bodies of WordPress: paragraphs made of blank lines, and the shortcodes of WordPress itself as the HTML they stand for."""

import re
from collections.abc import Callable
from html import escape

from patrika.bring.cargo import Image

_BLOCKS = (
    "table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|blockquote|address|p|h[1-6]|hr"
    "|section|article|aside|header|footer|nav|figure|figcaption|details|summary"
)
_OPENING = re.compile(rf"(<(?:{_BLOCKS})[\s/>])", re.IGNORECASE)
_CLOSING = re.compile(rf"(</(?:{_BLOCKS})>)", re.IGNORECASE)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})[\s/>]|<!--", re.IGNORECASE)
_LISTING = re.compile(r"<pre[\s>].*?</pre>", re.DOTALL | re.IGNORECASE)
_KEPT = "\x1a{}\x1a"
_VALUE = r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s'"\]]+))"""
_CAPTION = re.compile(r"\[(?:wp_)?caption([^\]]*)\](.*?)\[/(?:wp_)?caption\]", re.DOTALL)
_PICTURE = re.compile(r"\s*((?:<a [^>]*>\s*)?<img [^>]*>(?:\s*</a>)?)\s*(.*?)\s*", re.DOTALL)
_GALLERY = re.compile(r"\[gallery([^\]]*)\]")
_EMBED = re.compile(r"\[embed[^\]]*\]\s*(https?://[^\s\[]+)\s*\[/embed\]")
_SHORTCODE = re.compile(r"\\?\[([A-Za-z][\w-]*)((?:\s[^\]\n]*)?)\\?\]")

Pictures = Callable[[str], "tuple[Image, ...] | None"]
"""The pictures of a gallery by the numbers that it names, with commas; None where one is not known."""


def body_html(text: str, pictures: Pictures) -> str:
    """Return a body as HTML: shortcodes of WordPress itself in full, paragraphs where only blank lines stand."""
    text = text.replace("\r\n", "\n").replace("\x1a", "")
    text = _EMBED.sub(r"\n\n<p>\1</p>\n\n", _CAPTION.sub(_figure, text))
    text = _GALLERY.sub(lambda found: _gallery(found, pictures), text)
    return text if "<!-- wp:" in text else paragraphs(text)


def paragraphs(text: str) -> str:
    """Return classic content as WordPress shows it: blank lines part paragraphs, line ends are breaks."""
    listings: list[str] = []

    def keep(found: "re.Match[str]") -> str:
        listings.append(found[0])
        return f"\n\n{_KEPT.format(len(listings) - 1)}\n\n"

    text = _CLOSING.sub(r"\1\n\n", _OPENING.sub(r"\n\n\1", _LISTING.sub(keep, text)))
    parts = []
    for part in re.split(r"\n\s*\n", text):
        if found := re.fullmatch(r"\s*\x1a(\d+)\x1a\s*", part):
            parts.append(listings[int(found[1])])
        elif part.strip():
            bare = part.strip()
            parts.append(bare if _BLOCK.match(bare) else "<p>" + bare.replace("\n", "<br>\n") + "</p>")
    return "\n".join(parts)


def shortcodes(body: str) -> list[tuple[int, str]]:
    """Return the shortcodes left in a body, with their line from 0. A word in brackets is none: one has a value, a closing
    partner, or a name that no word has."""
    found = []
    for match in _SHORTCODE.finditer(body):
        name = match[1]
        if "=" in match[2] or re.search(r"[-_\d]", name) or f"[/{name}" in body:
            found.append((body.count("\n", 0, match.start()), match[0].replace("\\", "")))
    return found


def values(text: str) -> dict[str, str]:
    """Return the values of a shortcode."""
    return {name: a or b or c for name, a, b, c in re.findall(_VALUE, text.replace("”", '"').replace("″", '"'))}


def _figure(found: "re.Match[str]") -> str:
    parts = _PICTURE.fullmatch(found[2])
    if parts is None:
        return found[0]
    caption = parts[2] or escape(values(found[1]).get("caption", ""))
    return f"\n\n<figure>{parts[1]}<figcaption>{caption}</figcaption></figure>\n\n"


def _gallery(found: "re.Match[str]", pictures: Pictures) -> str:
    named = values(found[1])
    shown = pictures(named.get("ids") or named.get("include", ""))
    if not shown:
        return found[0]
    figures = (
        f'<figure><img src="{escape(image.src)}" alt="{escape(image.alt)}">'
        + (f"<figcaption>{escape(image.caption)}</figcaption>" if image.caption else "")
        + "</figure>"
        for image in shown
    )
    return f'\n\n<div class="gallery">{"".join(figures)}</div>\n\n'
