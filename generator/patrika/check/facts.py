"""What a printed page holds, as programs that read it find it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import cast

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

_LOADED = {
    "img[src], script[src], source[src], iframe[src], audio[src], video[src]": "src",
    "link[rel~=stylesheet], link[rel~=icon], link[rel=apple-touch-icon], link[rel=manifest]": "href",
    "video[poster]": "poster",
}
"""Attributes that name what a page loads, by the elements that have them (HTML, Living Standard)."""

_CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])(?:\s[^,]*)?")
"""One of a list of pictures to choose from (HTML, section 4.8.4.2.1): commas may stand within an address, and a space
after one that parts two of them need not be there."""


class Picture(Struct, frozen=True):
    """A picture as the page names it first."""

    address: str
    is_spoken: bool
    """Whether it has an alternative text, if an empty one."""
    is_lazy: bool
    """Whether browsers may leave it for later."""


class PageFacts(Struct, frozen=True):
    """What a page says of itself and names. Addresses are as printed, each once, in the order of the page."""

    title: str
    description: str
    canonical: str
    may_be_indexed: bool
    alternates: tuple[tuple[str, str], ...]
    """`hreflang` and address."""
    links: tuple[str, ...]
    """Where readers and their programs may go."""
    loaded: tuple[str, ...]
    """What the page is shown with."""
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    pictures: tuple[Picture, ...]
    headings: tuple[tuple[int, str], ...]
    """Level and words."""
    ids: tuple[str, ...]
    doubled: tuple[str, ...]
    """Ids that stand on more than one element."""


def facts_of(page: bytes) -> PageFacts:
    """Return what an HTML page holds. `page` is UTF-8; parsed as browsers do (HTML, section 13.2)."""
    tree = LexborHTMLParser(page)
    canonical = _all(tree, "link[rel=canonical]", "href")
    alternates = tuple((_of(node, "hreflang"), _of(node, "href")) for node in tree.css("link[rel=alternate][hreflang]"))
    ids = Counter(_of(node, "id") for node in tree.css("[id]"))
    loaded = [address for selector, name in _LOADED.items() for address in _all(tree, selector, name)]
    return PageFacts(
        title=" ".join(title.text().split()) if (title := tree.css_first("head > title")) else "",
        description=_meta(tree, "description"),
        canonical=canonical[0] if canonical else "",
        may_be_indexed="noindex" not in _meta(tree, "robots"),
        alternates=alternates,
        links=_once(_all(tree, "a[href], area[href], link[rel=alternate]:not([hreflang])", "href")),
        loaded=_once([*loaded, *_candidates(tree)]),
        styles=_once(_all(tree, "link[rel~=stylesheet]", "href")),
        scripts=_once(_all(tree, "script[src]", "src")),
        pictures=tuple(_picture(node) for node in tree.css("img[src]")),
        headings=tuple((int(node.tag[1]), _words(node)) for node in tree.css("h1, h2, h3, h4, h5, h6") if node.tag),
        ids=tuple(ids),
        doubled=tuple(id for id, count in ids.items() if count > 1),
    )


def _picture(node: LexborNode) -> Picture:
    attributes = cast(Mapping[str, str | None], node.attributes)
    return Picture(_of(node, "src").strip(), "alt" in attributes, attributes.get("loading") == "lazy")


def _candidates(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield the addresses in lists of pictures to choose from: `a.jpg 320w, b.jpg 640w`."""
    for node in tree.css("[srcset]"):
        yield from _CANDIDATE.findall(_of(node, "srcset"))


def _meta(tree: LexborHTMLParser, name: str) -> str:
    node = tree.css_first(f"meta[name={name}]")
    return _of(node, "content") if node else ""


def _all(tree: LexborHTMLParser, selector: str, name: str) -> list[str]:
    # Browsers take no notice of spaces around an address (HTML, section 2.4.1).
    return [_of(node, name).strip() for node in tree.css(selector)]


def _of(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""


def _words(node: LexborNode) -> str:
    return " ".join(node.text(deep=True).split())


def _once(addresses: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address for address in addresses if address))
