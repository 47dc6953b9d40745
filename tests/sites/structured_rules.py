"""What Google's documentation, and we, ask of the data that pages tell machines, as a table; and what of it a page lacks.

After the pages “Article”, “Breadcrumb”, “Profile page”, “Organization” and “Site name” of Google Search Central. Google
requires little; where it recommends a property, we require it if a page can know it.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

Node = dict[str, Any]
_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


class Rule(NamedTuple):
    """Properties that things of some types have."""

    required: tuple[str, ...]
    known: tuple[str, ...] = ()
    """Those that they may have besides."""


_STORY = Rule(
    (
        "@id", "url", "mainEntityOfPage", "headline", "datePublished", "dateModified", "publisher", "inLanguage",
        "articleSection", "isAccessibleForFree", "isPartOf", "wordCount",
    ),
    ("description", "author", "image", "sourceOrganization", "keywords", "dateline", "workTranslation", "correction"),
)  # fmt: skip
_UNDATED = Rule(tuple(name for name in _STORY.required if not name.startswith("date")), _STORY.known)
_PAGE = Rule(("@id", "url", "name", "inLanguage", "isPartOf", "breadcrumb"), ("description", "primaryImageOfPage"))
_LISTING = Rule((*_PAGE.required, "mainEntity"), _PAGE.known)
_POLICIES = ("publishingPrinciples", "correctionsPolicy", "ethicsPolicy", "actionableFeedbackPolicy")
_NAMED = Rule(("name",), ("@id", "url"))

STORIES = ("NewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle")
ARTICLES = (*STORIES, "Article")
RULES: Mapping[str, Rule] = {
    **dict.fromkeys(STORIES, _STORY),
    "Article": _UNDATED,
    "WebPage": _PAGE,
    "CollectionPage": _LISTING,
    "ProfilePage": _LISTING,
    "BreadcrumbList": Rule(("@id", "itemListElement")),
    "ItemList": Rule(("numberOfItems", "itemListElement")),
    "ListItem": Rule(("position", "name"), ("item", "url")),
    "Person": Rule(("name",), ("@id", "url", "jobTitle", "description", "image", "sameAs", "worksFor")),
    "Organization": _NAMED,
    "NewsMediaOrganization": Rule(("@id", "name", "url", "logo"), ("alternateName", *_POLICIES)),
    "WebSite": Rule(("@id", "name"), ("url", "alternateName", "inLanguage", "publisher")),
    "CreativeWorkSeries": Rule(("@id", "name", "url")),
    "ImageObject": Rule(("url",), ("@id", "width", "height", "caption", "creditText")),
    "CorrectionComment": Rule(("text", "datePublished")),
}
"""By type."""

_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
_WHOLE = re.compile(r"https?://[^\s<>\"]+")
_ADDRESSES = ("@id", "url", "item", "sameAs", *_POLICIES)
_PIXELS = re.compile(r"(\d+) px")
LEAST_PIXELS = 50_000


def nodes_of(html: str) -> list[Node]:
    """Return what a page tells, block by block."""
    return [json.loads(text) for text in _BLOCK.findall(html)]


def story_of(html: str) -> Node:
    """Return what a page tells of the story on it."""
    return next(node for node in nodes_of(html) if node["@type"] in ARTICLES)


def complaints(nodes: list[Node]) -> list[str]:
    """Return what is wrong with what a page tells, each with the type that it is said of."""
    found = [f"{node.get('@type')}: no @context" for node in nodes if node.get("@context") != "https://schema.org"]
    ids = [node["@id"] for node in nodes if "@id" in node]
    found += [f"@id: {id} is told of twice" for id in sorted(ids) if ids.count(id) > 1]
    for node in nodes:
        for inner in _inside(node):
            found += (f"{inner['@type']}: {said}" for said in _wrong(inner, set(ids)))
    return found


def _inside(value: Any) -> Iterator[Node]:
    """Yield all things in a value that say what they are."""
    if isinstance(value, list):
        for each in value:
            yield from _inside(each)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for each in value.values():
            yield from _inside(each)


def _wrong(node: Node, ids: set[str]) -> Iterator[str]:
    rule = RULES.get(node["@type"])
    if rule is None:
        yield "an unknown type"
        return
    # A story that another one names is told of on its own page.
    if node["@type"] not in ARTICLES or "mainEntityOfPage" in node:
        yield from (f"no {name}" for name in rule.required if name not in node)
    yield from (f"unknown {name}" for name in node if name not in (*rule.required, *rule.known, "@type", "@context"))
    for name, value in node.items():
        if value in ("", [], None):
            yield f"{name} is empty"
        if name.startswith("date") and name != "dateline" and not _DATE.fullmatch(value):
            yield f"{name} is no instant with an offset: {value}"
        if name in _ADDRESSES:
            each = value if isinstance(value, list) else [value]
            yield from (f"{name} is no whole address: {it}" for it in each if not _WHOLE.fullmatch(it))
        if name in ("breadcrumb", "mainEntityOfPage") and value.get("@id") not in ids:
            yield f"{name} is not told of on the page"
    yield from CHECKS.get(node["@type"], _nothing)(node)


def _nothing(_: Node) -> Iterator[str]:
    yield from ()


def _story(node: Node) -> Iterator[str]:
    if "datePublished" in node and node["dateModified"] < node["datePublished"]:
        yield "dateModified is before datePublished"
    authors = node.get("author", [])
    for author in authors if isinstance(authors, list) else [authors]:
        if author.get("@type") not in ("Person", "Organization", "NewsMediaOrganization"):
            yield f"an author is neither a person nor an organisation: {author}"
        elif re.search(r",| and |^by ", author["name"], re.IGNORECASE):
            yield f"author: “{author['name']}” is not the name of one"
    if "image" in node and not isinstance(node["image"], list):
        yield "image is no list"


def _image(node: Node) -> Iterator[str]:
    drawn, named = node["url"].endswith(".svg"), "width" not in node
    if drawn or named:
        return
    width, height = (_PIXELS.fullmatch(node[name]) for name in ("width", "height"))
    if not (width and height):
        yield "a size is no number of pixels"
    elif int(width[1]) * int(height[1]) < LEAST_PIXELS:
        yield f"{node['url']} has fewer than {LEAST_PIXELS} pixels"


def _trail(node: Node) -> Iterator[str]:
    yield from _places(node)
    *steps, last = node["itemListElement"]
    yield from (f"“{step['name']}” leads nowhere" for step in steps if "item" not in step)
    if "item" in last:
        yield "the page itself has an item"


def _places(node: Node) -> Iterator[str]:
    if [item["position"] for item in node["itemListElement"]] != list(range(1, len(node["itemListElement"]) + 1)):
        yield "positions do not count from 1"


CHECKS: Mapping[str, Callable[[Node], Iterator[str]]] = {
    **dict.fromkeys(ARTICLES, _story),
    "ImageObject": _image,
    "BreadcrumbList": _trail,
    "ItemList": _places,
}
